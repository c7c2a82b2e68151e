package dev.sluice.codegen.code;

import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** A field. */
public final class FieldSpec {
    private final com.palantir.javapoet.FieldSpec declaration;
    private final CodeBlock javadoc;
    private final CodeBlock initializer;

    private FieldSpec(Builder builder) {
        this.declaration = builder.declaration.build();
        this.javadoc = builder.javadoc.build();
        this.initializer = builder.initializer.build();
    }

    /** A builder of a field. */
    public static Builder builder(TypeName type, String name, Modifier... modifiers) {
        return new Builder(com.palantir.javapoet.FieldSpec.builder(type, name, modifiers));
    }

    /** The declaration for JavaPoet to print. */
    com.palantir.javapoet.FieldSpec declared(Outline outline) {
        com.palantir.javapoet.FieldSpec.Builder declared =
                declaration.toBuilder().addJavadoc(outline.markOf(javadoc));
        return initializer.isEmpty()
                ? declared.build()
                : declared.initializer(outline.markOf(initializer)).build();
    }

    /** Puts a field together. */
    public static final class Builder {
        private final com.palantir.javapoet.FieldSpec.Builder declaration;
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final CodeBlock.Builder initializer = CodeBlock.builder();

        private Builder(com.palantir.javapoet.FieldSpec.Builder declaration) {
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

        /** Says what the field is at first. */
        public Builder initializer(String format, Object... arguments) {
            initializer.add(format, arguments);
            return this;
        }

        /** Says what the field is at first. */
        public Builder initializer(CodeBlock value) {
            initializer.add(value);
            return this;
        }

        /** The field. */
        public FieldSpec build() {
            return new FieldSpec(this);
        }
    }
}
