package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.sluice.codegen.code.CodeBlock.Layout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A method or constructor. */
public final class MethodSpec {
    private enum Kind {
        METHOD,
        CONSTRUCTOR,
        COMPACT_CONSTRUCTOR
    }

    private record Parameter(TypeName type, String name) {}

    private final Builder made;
    private final CodeBlock javadoc;
    private final CodeBlock annotations;
    private final CodeBlock code;

    private MethodSpec(Builder builder) {
        this.made = builder;
        this.javadoc = builder.javadoc.build();
        this.annotations = builder.annotations.build();
        this.code = builder.code.build();
    }

    /** A builder of a method. */
    public static Builder methodBuilder(String name) {
        return new Builder(Kind.METHOD, name);
    }

    /** A builder of a constructor. */
    public static Builder constructorBuilder() {
        return new Builder(Kind.CONSTRUCTOR, "");
    }

    /** A builder of the constructor of a record that takes its parameters from there. */
    public static Builder compactConstructorBuilder() {
        return new Builder(Kind.COMPACT_CONSTRUCTOR, "");
    }

    boolean isConstructor() {
        return made.kind != Kind.METHOD;
    }

    /** The parameters for JavaPoet to print. */
    List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (Parameter parameter : made.parameters) {
            parameters.add(
                    ParameterSpec.builder(parameter.type(), parameter.name()).build());
        }
        return parameters;
    }

    /**
     * Adds the method with its Javadoc and body.
     *
     * @param type the simple name of its class
     * @param implicit modifiers that its class gives it without saying so
     */
    void declare(String type, Set<Modifier> implicit, CodeBlock.Builder to) {
        Declarations.begin(to, javadoc, annotations, made.modifiers, implicit);
        for (TypeVariableName variable : made.typeVariables) {
            to.text("<").type(variable).text("> ");
        }
        if (isConstructor()) {
            to.text(type);
        } else {
            to.type(made.returns).text(" ").text(made.name);
        }
        if (made.kind != Kind.COMPACT_CONSTRUCTOR) {
            addParameters(to);
        }
        to.text(" {\n").indent().add(code).unindent().text("}\n");
    }

    private void addParameters(CodeBlock.Builder to) {
        to.text("(").mark(Layout.BREAK);
        boolean first = true;
        for (Parameter parameter : made.parameters) {
            if (!first) {
                to.text(",").mark(Layout.SPACE);
            }
            first = false;
            to.type(parameter.type()).text(" ").text(parameter.name());
        }
        to.text(")");
    }

    /** Puts a method together. */
    public static final class Builder {
        private final Kind kind;
        private final String name;
        private final CodeBlock.Builder annotations = CodeBlock.builder();
        private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        private final List<TypeVariableName> typeVariables = new ArrayList<>(0);
        private TypeName returns = TypeName.VOID;
        private final List<Parameter> parameters = new ArrayList<>(2);
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final CodeBlock.Builder code = CodeBlock.builder();

        private Builder(Kind kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        /** Adds modifiers. */
        public Builder addModifiers(Modifier... added) {
            modifiers.addAll(List.of(added));
            return this;
        }

        /** Adds an annotation without members. */
        public Builder addAnnotation(Class<?> annotation) {
            annotations.add("@$T\n", annotation);
            return this;
        }

        /** Adds an annotation. */
        public Builder addAnnotation(AnnotationSpec annotation) {
            annotations.add(Declarations.code(annotation));
            return this;
        }

        /** Adds a type variable without bounds. */
        public Builder addTypeVariable(TypeVariableName variable) {
            typeVariables.add(variable);
            return this;
        }

        /** Says what the method returns. */
        public Builder returns(TypeName type) {
            returns = type;
            return this;
        }

        /** Adds a parameter. */
        public Builder addParameter(ParameterSpec parameter) {
            return addParameter(parameter.type(), parameter.name());
        }

        /** Adds a parameter. */
        public Builder addParameter(TypeName type, String parameter) {
            parameters.add(new Parameter(type, parameter));
            return this;
        }

        /** Adds a parameter. */
        public Builder addParameter(Class<?> type, String parameter) {
            return addParameter(TypeName.get(type), parameter);
        }

        /** Adds to the Javadoc. */
        public Builder addJavadoc(String format, @Nullable Object... arguments) {
            javadoc.add(format, arguments);
            return this;
        }

        /** Adds to the Javadoc. */
        public Builder addJavadoc(CodeBlock text) {
            javadoc.add(text);
            return this;
        }

        /** Adds to the body. */
        public Builder addCode(CodeBlock added) {
            code.add(added);
            return this;
        }

        /** Adds a statement to the body. */
        public Builder addStatement(String format, @Nullable Object... arguments) {
            code.addStatement(format, arguments);
            return this;
        }

        /** Adds a statement to the body. */
        public Builder addStatement(CodeBlock statement) {
            code.addStatement(statement);
            return this;
        }

        /** Opens a block in the body after {@code if (...)}, {@code for (...)} and the like. */
        public Builder beginControlFlow(String format, @Nullable Object... arguments) {
            code.beginControlFlow(format, arguments);
            return this;
        }

        /** Closes a block in the body and opens one after {@code else} and the like. */
        public Builder nextControlFlow(String format, @Nullable Object... arguments) {
            code.nextControlFlow(format, arguments);
            return this;
        }

        /** Closes a block in the body. */
        public Builder endControlFlow() {
            code.endControlFlow();
            return this;
        }

        /** The method. */
        public MethodSpec build() {
            return new MethodSpec(this);
        }
    }
}
