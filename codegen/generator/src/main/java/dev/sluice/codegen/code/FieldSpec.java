package dev.sluice.codegen.code;

import com.palantir.javapoet.TypeName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A field. */
public final class FieldSpec {
    private final Builder made;
    private final CodeBlock javadoc;
    private final CodeBlock annotations;
    private final CodeBlock initializer;

    private FieldSpec(Builder builder) {
        this.made = builder;
        this.javadoc = builder.javadoc.build();
        this.annotations = builder.annotations.build();
        this.initializer = builder.initializer.build();
    }

    /** A builder of a field. */
    public static Builder builder(TypeName type, String name, Modifier... modifiers) {
        return new Builder(type, name).addModifiers(modifiers);
    }

    boolean isStatic() {
        return made.modifiers.contains(Modifier.STATIC);
    }

    /**
     * Adds the field with its Javadoc and what it is at first.
     *
     * @param implicit modifiers that its class gives it without saying so
     */
    void declare(Set<Modifier> implicit, CodeBlock.Builder to) {
        Declarations.begin(to, javadoc, annotations, made.modifiers, implicit);
        to.type(made.type).text(" ").text(made.name);
        if (!initializer.isEmpty()) {
            to.text(" = ").add(initializer);
        }
        to.text(";\n");
    }

    /** Puts a field together. */
    public static final class Builder {
        private final TypeName type;
        private final String name;
        private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        private final CodeBlock.Builder annotations = CodeBlock.builder();
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final CodeBlock.Builder initializer = CodeBlock.builder();

        private Builder(TypeName type, String name) {
            this.type = type;
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

        /** Says what the field is at first. */
        public Builder initializer(String format, @Nullable Object... arguments) {
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
