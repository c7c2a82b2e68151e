package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.schema.model.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field as a member of a generated class.
 *
 * @param index its position in the message, from 0; its index among the JSON names
 * @param name the accessor; also the name it is stored under, unless it is a case of a oneof
 * @param presence the bit that says whether it is present, or -1 where there is none
 * @param key the code for keys of a map, else null
 * @param value the code for values
 * @param oneof the oneof it is a case of, or null
 */
record MemberField(
        Field field,
        int index,
        String name,
        int presence,
        @Nullable ValueCode key,
        ValueCode value,
        @Nullable OneofMember oneof) {

    /** FieldOptions.debug_redact. */
    private static final int DEBUG_REDACT = 16;

    /** The forms a field takes in Java. */
    enum Shape {
        SINGULAR,
        REPEATED,
        MAP,
        CASE
    }

    /**
     * The case of a oneof that stands for the field.
     *
     * @param name the member that stores the oneof
     * @param type the case's record
     */
    record OneofMember(String name, ClassName type) {}

    Shape shape() {
        if (oneof != null) {
            return Shape.CASE;
        }
        if (key != null) {
            return Shape.MAP;
        }
        return field.isRepeated() ? Shape.REPEATED : Shape.SINGULAR;
    }

    ValueCode keyCode() {
        if (key == null) {
            throw new IllegalStateException(field.fullName() + " is not a map");
        }
        return key;
    }

    OneofMember oneofCase() {
        if (oneof == null) {
            throw new IllegalStateException(field.fullName() + " is not in a oneof");
        }
        return oneof;
    }

    int number() {
        return field.number();
    }

    String capital() {
        return JavaNames.capital(name);
    }

    /** Whether the public type differs from the stored one. */
    boolean isConverted() {
        return value.isConverted();
    }

    /** Whether its value is not shown to people. */
    boolean isRedacted() {
        return field.options().bool(DEBUG_REDACT, false);
    }

    boolean isNullable() {
        return shape() == Shape.SINGULAR && value.isMessage();
    }

    boolean hasPresence() {
        return presence >= 0 || isNullable() || oneof != null;
    }

    /** The name of the accessors and setters that take values as they are stored. */
    String rawName() {
        return isConverted() ? name + "Value" : name;
    }

    /** Whether the field is a list or a map. */
    boolean isCollection() {
        return shape() == Shape.REPEATED || shape() == Shape.MAP;
    }

    CodeBlock self() {
        return CodeBlock.of("this.$N", name);
    }

    /** The type of the whole field in the public API. */
    TypeName type() {
        return whole(value.type());
    }

    /** The type of the whole field in the public API where values are as they are stored. */
    TypeName raw() {
        return whole(value.stored());
    }

    /** The type in which the whole field is stored. */
    TypeName stored() {
        return switch (shape()) {
            case SINGULAR, CASE -> value.stored();
            case REPEATED -> value.list();
            case MAP ->
                ParameterizedTypeName.get(
                        Runtime.FIELD_MAP,
                        keyCode().type().box(),
                        value.stored().box());
        };
    }

    private TypeName whole(TypeName one) {
        return switch (shape()) {
            case SINGULAR, CASE -> one;
            case REPEATED -> ParameterizedTypeName.get(Runtime.LIST, one.box());
            case MAP -> ParameterizedTypeName.get(Runtime.MAP, keyCode().type().box(), one.box());
        };
    }

    /** What is stored where the field is absent. */
    CodeBlock absent() {
        return switch (shape()) {
            case SINGULAR, CASE -> value.absent();
            case REPEATED -> value.emptyList();
            case MAP -> CodeBlock.of("$T.empty()", Runtime.FIELD_MAP);
        };
    }

    /** Whether the field, stored here, is present as the wire format sees it. */
    CodeBlock isPresent() {
        return switch (shape()) {
            case SINGULAR -> {
                if (presence >= 0) {
                    yield CodeBlock.of("(this.presence$L & $L) != 0", presence / 32, bit());
                }
                yield value.isSet(self());
            }
            case REPEATED, MAP -> CodeBlock.of("!$L.isEmpty()", self());
            case CASE ->
                CodeBlock.of(
                        "this.$N instanceof $T", oneofCase().name(), oneofCase().type());
        };
    }

    /** The stored value of the case that {@code present} is. */
    CodeBlock inCase() {
        return CodeBlock.of("present.$L()", caseComponent());
    }

    /** The component of the case's record that holds the stored value. */
    String caseComponent() {
        if (!isConverted()) {
            return "value";
        }
        return value.isEnum() ? "number" : "message";
    }

    /** Stores a value in the message that is read or built; adds it where there are several. */
    CodeBlock store(CodeBlock stored) {
        return storeIn(CodeBlock.of("this"), stored);
    }

    /** Stores a value in a message; adds it where there are several. */
    CodeBlock storeIn(CodeBlock in, CodeBlock stored) {
        return switch (shape()) {
            case SINGULAR -> {
                CodeBlock.Builder code = CodeBlock.builder().addStatement("$L.$N = $L", in, name, stored);
                if (presence >= 0) {
                    code.addStatement("$L.presence$L |= $L", in, presence / 32, bit());
                }
                yield code.build();
            }
            case REPEATED ->
                CodeBlock.builder()
                        .addStatement("$L.$N = $L.$N.plus($L)", in, name, in, name, stored)
                        .build();
            case CASE ->
                CodeBlock.builder()
                        .addStatement(
                                "$L.$N = new $T($L)",
                                in,
                                oneofCase().name(),
                                oneofCase().type(),
                                stored)
                        .build();
            case MAP -> throw new IllegalStateException("an entry has a key: " + field.fullName());
        };
    }

    /** Puts the entry {@code key}, {@code value} into the message that is read. */
    CodeBlock put() {
        return CodeBlock.builder()
                .addStatement("$L = $L.plus(key, value)", self(), self())
                .build();
    }

    /** The presence bit as a Java int literal. */
    String bit() {
        return "0x" + Integer.toHexString(1 << (presence % 32));
    }
}
