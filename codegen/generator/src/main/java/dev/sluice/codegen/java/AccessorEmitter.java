package dev.sluice.codegen.java;

import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
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
            methods.add(raws(member));
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
        if (member.value().isEnum()) {
            return "A number that is not declared reads as {@code UNRECOGNIZED}: {@link #" + member.name()
                    + "Value()} has it.";
        }
        if (member.isConverted()) {
            return "What the type does not show is in {@link #" + member.rawName() + "()}.";
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

    /** What the accessor of the API gives. */
    private static CodeBlock get(MemberField member) {
        if (member.isCollection() && member.isConverted()) {
            return CodeBlock.of(
                    "$T.converted($L, $L)",
                    Runtime.ELEMENTS,
                    member.self(),
                    member.value().toApiReference());
        }
        return member.isConverted() ? member.value().toApi(CodeBlock.of("$L()", member.rawName())) : raw(member);
    }

    /** What the accessor of stored values gives. */
    private static CodeBlock raw(MemberField member) {
        CodeBlock absent = member.value() instanceof ValueCode.Sub sub
                ? CodeBlock.of("$T.defaultInstance()", sub.message())
                : member.value().absent();
        return switch (member.shape()) {
            case SINGULAR ->
                member.value().isMessage()
                        ? CodeBlock.of("$L == null ? $L : $L", member.self(), absent, member.self())
                        : member.self();
            case REPEATED, MAP -> member.self();
            case CASE -> CodeBlock.of("$L present ? $L : $L", member.isPresent(), member.inCase(), absent);
        };
    }

    private static MethodSpec raws(MemberField member) {
        return method(member, member.rawName(), member.raw())
                .addJavadoc(
                        member.value().isEnum()
                                ? "{@link #$L()} by number, declared or not.\n"
                                : "{@link #$L()} as the message that was sent.\n",
                        member.name())
                .addStatement("return $L", raw(member))
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
