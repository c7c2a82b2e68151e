package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.java.JavaNames;
import dev.sluice.codegen.java.Literals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the sealed interface of a union: a record for each case, and one for a value that is of none. */
final class UnionEmitter {
    private final View view;
    private final Shape.Union union;
    private final Generation generation;
    private final ClassName name;
    private final List<ClassName> cases;

    UnionEmitter(View view, Shape.Union union, Generation generation) {
        this.view = view;
        this.union = union;
        this.generation = generation;
        this.name = generation.names().of(view);
        this.cases = cases();
    }

    /** The records of a union's cases. */
    static List<ClassName> cases(View view, Shape.Union union, Generation generation) {
        return new UnionEmitter(view, union, generation).cases;
    }

    private List<ClassName> cases() {
        Set<String> taken = new HashSet<>(Set.of("unknown"));
        List<ClassName> named = new ArrayList<>();
        for (int i = 0; i < union.cases().size(); i++) {
            named.add(name.nestedClass(unused(Names.pascal(caseName(i)), taken)));
        }
        return named;
    }

    /** Another name, on a disk that does not tell upper case from lower too. */
    private static String unused(String stem, Set<String> taken) {
        String wanted = stem + "Case";
        for (int i = 2; !taken.add(wanted.toLowerCase(Locale.ROOT)); i++) {
            wanted = stem + i + "Case";
        }
        return wanted;
    }

    private String caseName(int index) {
        if (union.choice() instanceof Shape.ByMember byMember) {
            return byMember.values().get(index);
        }
        SchemaNode node = union.node(index);
        String ref = node.text("$ref").orElse("");
        String title = node.text("title")
                .filter(text -> text.matches("[A-Za-z][A-Za-z0-9 _-]{0,60}"))
                .orElse("");
        String last = ref.replaceFirst("^.*[/#]", "").replaceFirst("(\\.schema)?\\.json$", "");
        if (!title.isEmpty() || !last.isEmpty()) {
            return title.isEmpty() ? last : title;
        }
        Shape shape = generation.shapes().of(union.cases().get(index));
        if (shape instanceof Shape.Single single) {
            return single.type().name().toLowerCase(Locale.ROOT);
        }
        if (shape instanceof Shape.ListOf) {
            return "List";
        }
        return shape instanceof Shape.MapOf ? "Map" : shape instanceof Shape.Texts ? "Enum" : "Object";
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(JsonRuntime.DOCUMENT)
                .addMethod(read());
        for (int i = 0; i < cases.size(); i++) {
            spec.addType(oneCase(i));
        }
        CodeBlock around = new Checks(view, new ClassScope(name, spec, generation))
                .of(CodeBlock.of("value"), CodeBlock.of("value.toJsonValue()"));
        if (!around.isEmpty()) {
            spec.addMethod(MethodSpec.methodBuilder("check")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(name, "value")
                    .addParameter(JsonRuntime.VIOLATIONS, "to")
                    .addCode(around)
                    .build());
        }
        return spec.addType(unknown());
    }

    private boolean isCheckedAround() {
        return !new Checks(view, new ClassScope(name, TypeSpec.interfaceBuilder(name), generation))
                .of(CodeBlock.of("value"), CodeBlock.of("value"))
                .isEmpty();
    }

    private MethodSpec read() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (union.choice() instanceof Shape.ByMember byMember) {
            code.addStatement("$T tag = in.tag($L)", String.class, Literals.string(byMember.member()));
        }
        for (int i = 0; i < cases.size(); i++) {
            code.beginControlFlow("if ($L)", condition(i))
                    .addStatement("return new $T($T.FORM.read(in))", cases.get(i), cases.get(i))
                    .endControlFlow();
        }
        return Methods.reading(name)
                .addCode(code.addStatement("return new $T(in.value())", unknownName())
                        .build())
                .build();
    }

    private CodeBlock condition(int index) {
        if (union.choice() instanceof Shape.ByType byType) {
            return CodeBlock.of("in.is$L()", JavaNames.capital(byType.types().get(index)));
        }
        if (union.choice() instanceof Shape.ByMember byMember) {
            return CodeBlock.of(
                    "$L.equals(tag)", Literals.string(byMember.values().get(index)));
        }
        return CodeBlock.of("in.holds($L)", assertion(index));
    }

    private CodeBlock assertion(int index) {
        return generation.assertions().of(union.node(index));
    }

    private TypeSpec oneCase(int index) {
        ClassName oneCase = cases.get(index);
        View held = union.cases().get(index);
        TypeName type = generation.types().of(held);
        TypeSpec.Builder spec = TypeSpec.recordBuilder(oneCase.simpleName())
                .addJavadoc(Javadoc.of(union.node(index), "One of the cases."))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(name);
        ClassScope scope = new ClassScope(oneCase, spec, generation);
        spec.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(JsonRuntime.FORM, type.box()),
                        "FORM",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(scope.form(held))
                .build());
        addComponent(spec, type);
        CodeBlock.Builder checks = CodeBlock.builder().addStatement("FORM.validate(this.value, to)");
        if (union.keyword().equals("oneOf") && union.choice() instanceof Shape.ByTrying) {
            checks.add(unambiguous());
        }
        if (isCheckedAround()) {
            checks.addStatement("$T.check(this, to)", name);
        }
        return spec.addMethod(Methods.writing()
                        .addStatement("FORM.write(this.value, out)")
                        .build())
                .addMethod(Methods.validating().addCode(checks.build()).build())
                .build();
    }

    private CodeBlock unambiguous() {
        List<CodeBlock> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            all.add(assertion(i));
        }
        return Checks.fault(
                CodeBlock.of("$T.count(toJsonValue(), $L) > 1", JsonRuntime.ASSERTION, CodeBlock.join(all, ", ")),
                union.declaring(),
                "oneOf",
                Messages.of(union.declaring(), "oneOf"));
    }

    private static void addComponent(TypeSpec.Builder spec, TypeName type) {
        spec.recordConstructor(MethodSpec.constructorBuilder()
                .addParameter(ParameterSpec.builder(type, "value").build())
                .build());
        boolean isCollection = type instanceof ParameterizedTypeName;
        if (!type.isPrimitive()) {
            MethodSpec.Builder compact = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
            if (isCollection) {
                boolean isList = ((ParameterizedTypeName) type).rawType().equals(ClassName.get(List.class));
                compact.addStatement(
                        "value = $T.copyOf(value)", isList ? JsonRuntime.FIELD_LIST : JsonRuntime.FIELD_MAP);
            } else {
                compact.addStatement("$T.requireNonNull(value)", Objects.class);
            }
            spec.addMethod(compact.build());
        }
    }

    private ClassName unknownName() {
        return name.nestedClass("Unknown");
    }

    private TypeSpec unknown() {
        TypeSpec.Builder spec = TypeSpec.recordBuilder("Unknown")
                .addJavadoc("A value that is of no case that this version of the schema has; it is kept.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(name);
        addComponent(spec, JsonRuntime.VALUE);
        return spec.addMethod(Methods.writing()
                        .addStatement("this.value.writeTo(out)")
                        .build())
                .addMethod(Methods.validating()
                        .addStatement(
                                "to.addKeyword($S, $L, $L)",
                                union.keyword(),
                                Literals.string(Messages.of(union.declaring(), union.keyword())),
                                Literals.string(union.declaring().location(union.keyword())))
                        .build())
                .build();
    }
}
