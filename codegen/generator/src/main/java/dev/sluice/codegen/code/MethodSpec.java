package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import javax.lang.model.element.Modifier;

/** A method or constructor. */
public final class MethodSpec {
    private final com.palantir.javapoet.MethodSpec declaration;
    private final CodeBlock javadoc;
    private final CodeBlock code;

    private MethodSpec(Builder builder) {
        this.declaration = builder.declaration.build();
        this.javadoc = builder.javadoc.build();
        this.code = builder.code.build();
    }

    /** A builder of a method. */
    public static Builder methodBuilder(String name) {
        return new Builder(com.palantir.javapoet.MethodSpec.methodBuilder(name));
    }

    /** A builder of a constructor. */
    public static Builder constructorBuilder() {
        return new Builder(com.palantir.javapoet.MethodSpec.constructorBuilder());
    }

    /** A builder of the constructor of a record that takes its parameters from there. */
    public static Builder compactConstructorBuilder() {
        return new Builder(com.palantir.javapoet.MethodSpec.compactConstructorBuilder());
    }

    /** The declaration for JavaPoet to print. */
    com.palantir.javapoet.MethodSpec declared(Outline outline) {
        return declaration.toBuilder()
                .addJavadoc(outline.markOf(javadoc))
                .addCode(outline.markOf(code))
                .build();
    }

    /** Puts a method together. */
    public static final class Builder {
        private final com.palantir.javapoet.MethodSpec.Builder declaration;
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final CodeBlock.Builder code = CodeBlock.builder();

        private Builder(com.palantir.javapoet.MethodSpec.Builder declaration) {
            this.declaration = declaration;
        }

        /** Adds modifiers. */
        public Builder addModifiers(Modifier... modifiers) {
            declaration.addModifiers(modifiers);
            return this;
        }

        /** Adds an annotation without members. */
        public Builder addAnnotation(Class<?> annotation) {
            declaration.addAnnotation(annotation);
            return this;
        }

        /** Adds an annotation. */
        public Builder addAnnotation(AnnotationSpec annotation) {
            declaration.addAnnotation(annotation);
            return this;
        }

        /** Adds a type variable. */
        public Builder addTypeVariable(TypeVariableName variable) {
            declaration.addTypeVariable(variable);
            return this;
        }

        /** Says what the method returns. */
        public Builder returns(TypeName type) {
            declaration.returns(type);
            return this;
        }

        /** Adds a parameter. */
        public Builder addParameter(ParameterSpec parameter) {
            declaration.addParameter(parameter);
            return this;
        }

        /** Adds a parameter. */
        public Builder addParameter(TypeName type, String name) {
            declaration.addParameter(type, name);
            return this;
        }

        /** Adds a parameter. */
        public Builder addParameter(Class<?> type, String name) {
            declaration.addParameter(type, name);
            return this;
        }

        /** Adds to the Javadoc. */
        public Builder addJavadoc(String format, Object... arguments) {
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
        public Builder addStatement(String format, Object... arguments) {
            code.addStatement(format, arguments);
            return this;
        }

        /** Adds a statement to the body. */
        public Builder addStatement(CodeBlock statement) {
            code.addStatement(statement);
            return this;
        }

        /** Opens a block in the body after {@code if (...)}, {@code for (...)} and the like. */
        public Builder beginControlFlow(String format, Object... arguments) {
            code.beginControlFlow(format, arguments);
            return this;
        }

        /** Closes a block in the body and opens one after {@code else} and the like. */
        public Builder nextControlFlow(String format, Object... arguments) {
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
