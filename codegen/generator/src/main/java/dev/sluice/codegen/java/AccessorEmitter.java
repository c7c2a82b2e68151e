package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the accessors of one field. An absent field reads as its default, and {@code hasX()} tells where the schema gives
 * presence: the accessor's type then stays the same when a field gains or loses presence, and reading never allocates.
 */
final class AccessorEmitter {
    private final Javadocs javadocs;

    AccessorEmitter(Javadocs javadocs) {
        this.javadocs = javadocs;
    }

    List<MethodSpec> emit(MemberField member) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(accessor(member));
        if (member.isConverted()) {
            methods.add(numbers(member));
        }
        if (member.hasPresence()) {
            methods.add(method(member, "has" + member.capital(), TypeName.BOOLEAN)
                    .addJavadoc("Whether {@link #$L()} is present.\n", member.name())
                    .addStatement("return $L", member.isPresent())
                    .build());
        }
        return methods;
    }

    MethodSpec oneof(MessageModel.OneofModel oneof) {
        return MethodSpec.methodBuilder(oneof.name())
                .addJavadoc(javadocs.of(oneof.oneof()))
                .addModifiers(Modifier.PUBLIC)
                .returns(oneof.type())
                .addStatement("return this.$N", oneof.name())
                .build();
    }

    private MethodSpec accessor(MemberField member) {
        return method(member, member.name(), member.type())
                .addJavadoc(javadocs.of(member.field(), note(member)))
                .addCode(CodeBlock.of("return $L;\n", get(member)))
                .build();
    }

    private static String note(MemberField member) {
        if (member.isConverted()) {
            return "A number that is not declared reads as {@code UNRECOGNIZED}: {@link #" + member.name()
                    + "Value()} has it.";
        }
        return switch (member.field().type()) {
            case UINT32, FIXED32 -> "An unsigned 32-bit number, as in {@link Integer#toUnsignedLong(int)}.";
            case UINT64, FIXED64 -> "An unsigned 64-bit number, as in {@link Long#toUnsignedString(long)}.";
            case DOUBLE,
                    FLOAT,
                    INT64,
                    INT32,
                    BOOL,
                    STRING,
                    GROUP,
                    MESSAGE,
                    BYTES,
                    ENUM,
                    SFIXED32,
                    SFIXED64,
                    SINT32,
                    SINT64 -> "";
        };
    }

    private static CodeBlock get(MemberField member) {
        ValueCode value = member.value();
        return switch (member.shape()) {
            case SINGULAR -> {
                if (value.isMessage()) {
                    yield CodeBlock.of(
                            "$L == null ? $T.defaultInstance() : $L", member.self(), value.type(), member.self());
                }
                yield value.isEnum() ? CodeBlock.of("$T.forNumber($L)", value.type(), member.self()) : member.self();
            }
            case REPEATED, MAP ->
                value.isEnum()
                        ? CodeBlock.of("$T.converted($L, $T::forNumber)", Runtime.ELEMENTS, member.self(), value.type())
                        : member.self();
            case CASE ->
                CodeBlock.of(
                        "$L present ? present.value() : $L",
                        member.isPresent(),
                        value instanceof ValueCode.Sub
                                ? CodeBlock.of("$T.defaultInstance()", value.type())
                                : value.isEnum()
                                        ? CodeBlock.of("$T.forNumber($L)", value.type(), value.absent())
                                        : value.absent());
        };
    }

    private static MethodSpec numbers(MemberField member) {
        CodeBlock get = member.shape() == MemberField.Shape.CASE
                ? CodeBlock.of(
                        "$L present ? present.number() : $L",
                        member.isPresent(),
                        member.value().absent())
                : member.self();
        return method(member, member.name() + "Value", member.stored())
                .addJavadoc("{@link #$L()} by number, declared or not.\n", member.name())
                .addStatement("return $L", get)
                .build();
    }

    private static MethodSpec.Builder method(MemberField member, String name, TypeName returns) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returns);
        if (Javadocs.isDeprecated(member.field())) {
            method.addAnnotation(Deprecated.class);
        }
        return method;
    }
}
