package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.java.JavaNames;
import dev.sluice.codegen.java.Literals;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class of a string that is one of a few: a constant for each, and any other text is kept. */
final class TextsEmitter {
    private final ClassName name;
    private final ClassName known;
    private final View view;
    private final Generation generation;
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final String unrecognized;

    TextsEmitter(View view, Shape.Texts texts, Generation generation) {
        this.name = generation.names().of(view);
        this.known = name.nestedClass("Known");
        this.view = view;
        this.generation = generation;
        Set<String> taken = new HashSet<>();
        for (String text : texts.declaring().texts("enum")) {
            constants.computeIfAbsent(text, absent -> JavaNames.unused(constant(text), taken));
        }
        unrecognized = JavaNames.unused("UNRECOGNIZED", taken);
    }

    private static String constant(String text) {
        String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        String stripped = spaced.replaceAll("^_+|_+$", "");
        if (stripped.isEmpty()) {
            return text.isEmpty() ? "EMPTY" : "VALUE";
        }
        String upper = stripped.toUpperCase(Locale.ROOT);
        return Character.isDigit(upper.charAt(0)) ? "_" + upper : upper;
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(JsonRuntime.DOCUMENT)
                .addField(String.class, "text", Modifier.PRIVATE, Modifier.FINAL)
                .addField(known, "known", Modifier.PRIVATE, Modifier.FINAL)
                .addType(known())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(String.class, "text")
                        .addParameter(known, "known")
                        .addStatement("this.text = text")
                        .addStatement("this.known = known")
                        .build());
        constants.forEach((text, constant) ->
                spec.addField(FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("$L.\n", Javadoc.code(text))
                        .initializer("new $T($L, $T.$N)", name, Literals.string(text), known, constant)
                        .build()));
        return spec.addMethod(of())
                .addMethod(Methods.reading(name)
                        .addStatement("return of($T.STRING.read(in))", JsonRuntime.FORMS)
                        .build())
                .addMethod(getter("text", ClassName.get(String.class), "The string in JSON.\n"))
                .addMethod(getter("known", known, "Which of the strings of the schema it is, for switches.\n"))
                .addMethod(
                        Methods.writing().addStatement("out.string(this.text)").build())
                .addMethod(validate(spec))
                .addMethod(Methods.overriding("equals", TypeName.BOOLEAN)
                        .addParameter(Methods.NULLABLE_OBJECT, "other")
                        .addStatement("return other instanceof $T that && this.text.equals(that.text)", name)
                        .build())
                .addMethod(Methods.overriding("hashCode", TypeName.INT)
                        .addStatement("return this.text.hashCode()")
                        .build())
                .addMethod(Methods.overriding("toString", ClassName.get(String.class))
                        .addStatement("return this.text")
                        .build());
    }

    private TypeSpec known() {
        TypeSpec.Builder spec = TypeSpec.enumBuilder(known)
                .addJavadoc("The strings that the schema lists.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
        constants.forEach((text, constant) -> spec.addEnumConstant(
                constant,
                TypeSpec.anonymousClassBuilder("")
                        .addJavadoc("$L.\n", Javadoc.code(text))
                        .build()));
        return spec.addEnumConstant(
                        unrecognized,
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("A string that this version of the schema does not list.\n")
                                .build())
                .build();
    }

    private MethodSpec of() {
        CodeBlock.Builder code =
                CodeBlock.builder().add("return switch (text) {\n").indent();
        constants.forEach((text, constant) -> code.add("case $L -> $N;\n", Literals.string(text), constant));
        return MethodSpec.methodBuilder("of")
                .addJavadoc("The value with this string, which need not be one that the schema lists.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "text")
                .addCode(code.add(
                                "default -> new $T($T.requireNonNull(text), $T.$N);\n",
                                name,
                                Objects.class,
                                known,
                                unrecognized)
                        .unindent()
                        .add("};\n")
                        .build())
                .build();
    }

    private static MethodSpec getter(String field, TypeName type, String javadoc) {
        return MethodSpec.methodBuilder(field)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return this.$N", field)
                .build();
    }

    private MethodSpec validate(TypeSpec.Builder spec) {
        SchemaNode declaring = ((Shape.Texts) generation.shapes().of(view)).declaring();
        CodeBlock listed = Checks.fault(
                CodeBlock.of("this.known == $T.$N", known, unrecognized),
                declaring,
                "enum",
                Messages.of(declaring, "enum"));
        CodeBlock more = new Checks(view, new ClassScope(name, spec, generation)).of(CodeBlock.of("this"));
        return Methods.validating().addCode(listed).addCode(more).build();
    }
}
