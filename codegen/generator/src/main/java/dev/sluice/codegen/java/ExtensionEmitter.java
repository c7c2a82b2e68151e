package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes extensions as typed constants, and what reads and sets them in messages that can be extended. */
final class ExtensionEmitter {
    private static final TypeVariableName VALUE = TypeVariableName.get("T");

    private final Generation generation;

    ExtensionEmitter(Generation generation) {
        this.generation = generation;
    }

    /** The class with the extensions that a file declares outside messages, where there are such. */
    Optional<TypeSpec> ofFile(SchemaFile file) {
        List<FieldSpec> constants = constants(file.extensions());
        if (constants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TypeSpec.classBuilder(generation.names().extensionsOf(file))
                .addJavadoc("The extensions of <code>$L</code>.\n", Javadocs.html(file.filePath()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addFields(constants)
                .build());
    }

    /** A constant for each extension; those of options say something to tools, not to programs, and have none. */
    List<FieldSpec> constants(List<Field> extensions) {
        List<FieldSpec> constants = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of("DEFAULT", "JSON", "TYPE"));
        for (Field extension : extensions) {
            if (!isOption(extension)) {
                constants.add(constant(extension, JavaNames.unused(JavaNames.constant(extension.name()), taken)));
            }
        }
        return constants;
    }

    /** Whether a file has a class with the extensions that it declares outside messages. */
    static boolean hasConstants(SchemaFile file) {
        return !file.extensions().stream().allMatch(ExtensionEmitter::isOption);
    }

    /** Whether options are extended, or constraints, which are set in options only: they say something to tools, not to programs. */
    static boolean isOption(Field extension) {
        MessageType extended = extension.containingMessage();
        return WellKnown.isProtobuf(extended.file()) && extended.name().endsWith("Options")
                || extended.file().packageName().equals("buf.validate");
    }

    private FieldSpec constant(Field extension, String constant) {
        ValueCode value = ValueCode.of(extension, generation.names());
        MessageType extended = extension.containingMessage();
        TypeName one = value.type().box();
        TypeName type = extension.isRepeated() ? ParameterizedTypeName.get(ClassName.get(List.class), one) : one;
        FieldSpec.Builder field = FieldSpec.builder(
                        ParameterizedTypeName.get(
                                Runtime.EXTENSION, generation.names().of(extended), type),
                        constant,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(generation.javadocs().of(extension))
                .initializer(
                        "$T.$L($S, $S, $L, $L, () -> $L)",
                        Runtime.EXTENSION,
                        extension.isRepeated() ? "repeated" : "singular",
                        extended.fullName(),
                        extension.fullName(),
                        extension.number(),
                        extension.isRepeated() ? extension.isPacked() : extended.isMessageSet(),
                        kind(extension, value));
        if (Javadocs.isDeprecated(extension)) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    private static CodeBlock kind(Field extension, ValueCode value) {
        CodeBlock.Builder kind = CodeBlock.builder();
        if (value instanceof ValueCode.Sub sub) {
            kind.add(
                    sub.delimited() ? "$T.ofGroup($T.TYPE, " + extension.number() + ")" : "$T.of($T.TYPE)",
                    Runtime.FIELD_KIND,
                    sub.message());
        } else if (value instanceof ValueCode.EnumCode enumCode) {
            kind.add(
                    enumCode.closed() ? "$T.ofClosedEnum($T.names())" : "$T.ofEnum($T.names())",
                    Runtime.FIELD_KIND,
                    enumCode.type());
        } else {
            kind.add("$T.$L", Runtime.FIELD_KIND, constantOf(extension, value));
        }
        if (!value.isMessage()
                && !extension.isRepeated()
                && extension.defaultValue().isPresent()) {
            kind.add(".withDefault($L)", value.absent());
        }
        if (value.isConverted()) {
            kind.add(".as($L, $L)", value.toApiReference(), value.fromApiReference());
        }
        return kind.build();
    }

    private static String constantOf(Field extension, ValueCode value) {
        boolean loose = value instanceof ValueCode.ScalarCode code
                && code.scalar().wire().equals("looseString");
        return loose ? "LOOSE_STRING" : extension.type().name();
    }

    /** The methods of a message that read extensions. */
    static List<MethodSpec> accessors(ClassName message) {
        return List.of(
                method("extension", message)
                        .addJavadoc("The value of an extension, or its default.\n\n@throws"
                                + " dev.sluice.runtime.MalformedMessageException if the field is there and holds"
                                + " no such value\n")
                        .returns(VALUE)
                        .addStatement("return extension.get(this.unknownFields)")
                        .build(),
                method("hasExtension", message)
                        .addJavadoc("Whether an extension has a value.\n")
                        .returns(TypeName.BOOLEAN)
                        .addStatement("return extension.isIn(this.unknownFields)")
                        .build());
    }

    /** The methods of a builder that set extensions. */
    static List<MethodSpec> setters(ClassName message, ClassName builder) {
        return List.of(
                method("extension", message)
                        .addJavadoc("Sets an extension.\n")
                        .returns(builder)
                        .addParameter(VALUE, "value")
                        .addStatement("$T to = own()", message)
                        .addStatement("to.unknownFields = extension.set(to.unknownFields, value)")
                        .addStatement("return this")
                        .build(),
                method("clearExtension", message)
                        .addJavadoc("Makes an extension absent.\n")
                        .returns(builder)
                        .addStatement("$T to = own()", message)
                        .addStatement("to.unknownFields = extension.clear(to.unknownFields)")
                        .addStatement("return this")
                        .build());
    }

    private static MethodSpec.Builder method(String name, ClassName message) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addTypeVariable(VALUE)
                .addParameter(ParameterizedTypeName.get(Runtime.EXTENSION, message, VALUE), "extension");
    }
}
