package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A class that is being written, with the checks and constants that its values need. */
final class ClassScope {
    private final ClassName name;
    private final TypeSpec.Builder spec;
    private final Generation generation;
    private final Map<View, Optional<String>> checks = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();

    ClassScope(ClassName name, TypeSpec.Builder spec, Generation generation) {
        this.name = name;
        this.spec = spec;
        this.generation = generation;
    }

    Generation generation() {
        return generation;
    }

    /** A constant of the class. */
    CodeBlock constant(String stem, TypeName type, CodeBlock value) {
        String known = constants.computeIfAbsent(stem + " " + value, absent -> {
            String constant = stem + constants.size();
            spec.addField(FieldSpec.builder(type, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(value)
                    .build());
            return constant;
        });
        return CodeBlock.of("$N", known);
    }

    /** The method that checks values of a view, null excepted; none where there is nothing to check or the type does it. */
    Optional<String> check(View view) {
        Optional<String> known = checks.get(view);
        if (known == null) {
            known = write(view);
            checks.put(view, known);
        }
        return known;
    }

    private Optional<String> write(View view) {
        if (generation.shapes().of(view).isNamed()) {
            return Optional.empty();
        }
        CodeBlock code = new Checks(view, this).of(CodeBlock.of("value"));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String method = "check" + checks.size();
        spec.addMethod(MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(generation.types().of(view), "value")
                .addParameter(JsonRuntime.VIOLATIONS, "to")
                .addCode(code)
                .build());
        return Optional.of(method);
    }

    /** The form of a view's values, null included, with all checks. */
    CodeBlock form(View view) {
        CodeBlock form = withoutNull(view);
        return generation.shapes().isNullable(view) ? CodeBlock.of("$T.nullable($L)", JsonRuntime.FORM, form) : form;
    }

    private CodeBlock withoutNull(View view) {
        Shape shape = generation.shapes().of(view);
        CodeBlock form;
        if (shape instanceof Shape.ListOf list) {
            form = CodeBlock.of("$T.list($L)", JsonRuntime.FORM, within(list.elements()));
        } else if (shape instanceof Shape.MapOf map) {
            form = CodeBlock.of("$T.map($L)", JsonRuntime.FORM, within(map.values()));
        } else {
            form = generation.types().leafForm(view);
        }
        Optional<String> check = check(view);
        return check.isPresent() ? CodeBlock.of("$L.checked($T::$L)", form, name, check.get()) : form;
    }

    private CodeBlock within(Optional<View> view) {
        return view.map(this::form).orElse(CodeBlock.of("$T.VALUE", JsonRuntime.FORMS));
    }

    /** Whether there is anything to check in a view's values, or within them. */
    boolean isChecked(View view) {
        Shape shape = generation.shapes().of(view);
        if (shape.isNamed() || check(view).isPresent()) {
            return true;
        }
        if (shape instanceof Shape.ListOf list) {
            return list.elements().filter(this::isChecked).isPresent();
        }
        return shape instanceof Shape.MapOf map
                && map.values().filter(this::isChecked).isPresent();
    }
}
