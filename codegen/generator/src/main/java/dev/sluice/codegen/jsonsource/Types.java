package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.schema.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Java type of the values of each view. */
final class Types {
    private final Shapes shapes;
    private final Names names;
    private final Problems problems;
    private final Set<View> open = new HashSet<>();

    Types(Shapes shapes, Names names, Problems problems) {
        this.shapes = shapes;
        this.names = names;
        this.problems = problems;
    }

    /** The type of values other than null. */
    TypeName of(View view) {
        Shape shape = shapes.of(view);
        if (shape instanceof Shape.Single single) {
            return single.type().type();
        }
        if (shape instanceof Shape.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), within(view, list.elements()));
        }
        if (shape instanceof Shape.MapOf map) {
            return ParameterizedTypeName.get(
                    ClassName.get(Map.class), ClassName.get(String.class), within(view, map.values()));
        }
        return shape.isNamed() ? names.of(view) : JsonRuntime.VALUE;
    }

    /** The type of values, null included. */
    TypeName orNull(View view) {
        TypeName type = of(view);
        return shapes.isNullable(view) ? ParameterizedTypeName.get(ClassName.get(Optional.class), type.box()) : type;
    }

    private TypeName within(View outer, Optional<View> inner) {
        if (inner.isEmpty()) {
            return JsonRuntime.VALUE;
        }
        if (!open.add(outer)) {
            problems.add(
                    outer.named().problem("no Java type can be of lists or maps of itself; put an object between"));
            return JsonRuntime.VALUE;
        }
        TypeName type = orNull(inner.get()).box();
        open.remove(outer);
        return type;
    }

    /** The form of values, null included, without checks of them. */
    CodeBlock form(View view) {
        CodeBlock form = formWithoutNull(view);
        return shapes.isNullable(view) ? CodeBlock.of("$T.nullable($L)", JsonRuntime.FORM, form) : form;
    }

    /** The form of values other than null, without checks of them. */
    CodeBlock formWithoutNull(View view) {
        Shape shape = shapes.of(view);
        if (shape instanceof Shape.ListOf list) {
            return CodeBlock.of("$T.list($L)", JsonRuntime.FORM, formWithin(list.elements()));
        }
        if (shape instanceof Shape.MapOf map) {
            return CodeBlock.of("$T.map($L)", JsonRuntime.FORM, formWithin(map.values()));
        }
        return leafForm(view);
    }

    private CodeBlock formWithin(Optional<View> inner) {
        return inner.map(this::form).orElse(CodeBlock.of("$T.VALUE", JsonRuntime.FORMS));
    }

    /** The form of what is neither list nor map. */
    CodeBlock leafForm(View view) {
        Shape shape = shapes.of(view);
        if (shape instanceof Shape.Single single) {
            return CodeBlock.of("$T.$L", JsonRuntime.FORMS, single.type().form());
        }
        return shape.isNamed()
                ? CodeBlock.of("$T.of($T::read)", JsonRuntime.FORM, names.of(view))
                : CodeBlock.of("$T.VALUE", JsonRuntime.FORMS);
    }
}
