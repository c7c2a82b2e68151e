package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A class, record, interface or enum. */
public final class TypeSpec {
    /** What such types make of the modifiers of their members. */
    private enum Kind {
        CLASS(Set.of(), Set.of(), Set.of()),
        RECORD(Set.of(Modifier.STATIC), Set.of(), Set.of()),
        INTERFACE(
                Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
                Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
                Set.of(Modifier.PUBLIC));

        /** Those that JavaPoet wants a field to have. */
        private final Set<Modifier> wanted;

        /** Those that go without saying. */
        private final Set<Modifier> ofFields;

        private final Set<Modifier> ofMethods;

        Kind(Set<Modifier> wanted, Set<Modifier> ofFields, Set<Modifier> ofMethods) {
            this.wanted = wanted;
            this.ofFields = ofFields;
            this.ofMethods = ofMethods;
        }
    }

    private final String name;
    private final Kind kind;
    private final Supplier<com.palantir.javapoet.TypeSpec.Builder> start;
    private final CodeBlock javadoc;
    private final List<AnnotationSpec> annotations;
    private final List<Modifier> modifiers;
    private final List<TypeName> superinterfaces;
    private final Optional<MethodSpec> recordConstructor;
    private final Map<String, TypeSpec> constants;
    private final List<FieldSpec> fields;
    private final List<MethodSpec> methods;
    private final List<TypeSpec> types;

    private TypeSpec(Builder builder) {
        this.name = builder.name;
        this.kind = builder.kind;
        this.start = builder.start;
        this.javadoc = builder.javadoc.build();
        this.annotations = List.copyOf(builder.annotations);
        this.modifiers = List.copyOf(builder.modifiers);
        this.superinterfaces = List.copyOf(builder.superinterfaces);
        this.recordConstructor = Optional.ofNullable(builder.recordConstructor);
        this.constants = new LinkedHashMap<>(builder.constants);
        this.fields = List.copyOf(builder.fields);
        this.methods = List.copyOf(builder.methods);
        this.types = List.copyOf(builder.types);
    }

    /** A builder of a class. */
    public static Builder classBuilder(ClassName name) {
        return classBuilder(name.simpleName());
    }

    /** A builder of a class. */
    public static Builder classBuilder(String name) {
        return new Builder(name, Kind.CLASS, () -> com.palantir.javapoet.TypeSpec.classBuilder(name));
    }

    /** A builder of an interface. */
    public static Builder interfaceBuilder(ClassName name) {
        return interfaceBuilder(name.simpleName());
    }

    /** A builder of an interface. */
    public static Builder interfaceBuilder(String name) {
        return new Builder(name, Kind.INTERFACE, () -> com.palantir.javapoet.TypeSpec.interfaceBuilder(name));
    }

    /** A builder of a record. */
    public static Builder recordBuilder(ClassName name) {
        return recordBuilder(name.simpleName());
    }

    /** A builder of a record. */
    public static Builder recordBuilder(String name) {
        return new Builder(name, Kind.RECORD, () -> com.palantir.javapoet.TypeSpec.recordBuilder(name));
    }

    /** A builder of an enum. */
    public static Builder enumBuilder(ClassName name) {
        return new Builder(name.simpleName(), Kind.CLASS, () -> com.palantir.javapoet.TypeSpec.enumBuilder(name));
    }

    /** A builder of what a constant of an enum has beside its name. */
    public static Builder anonymousClassBuilder(String format, @Nullable Object... arguments) {
        return new Builder(
                "", Kind.CLASS, () -> com.palantir.javapoet.TypeSpec.anonymousClassBuilder(format, arguments));
    }

    /** The simple name; empty for an anonymous class. */
    public String name() {
        return name;
    }

    /** A builder of the same type. */
    public Builder toBuilder() {
        Builder builder = new Builder(name, kind, start);
        builder.javadoc.add(javadoc);
        builder.annotations.addAll(annotations);
        builder.modifiers.addAll(modifiers);
        builder.superinterfaces.addAll(superinterfaces);
        builder.recordConstructor = recordConstructor.orElse(null);
        builder.constants.putAll(constants);
        builder.fields.addAll(fields);
        builder.methods.addAll(methods);
        builder.types.addAll(types);
        return builder;
    }

    /** The declaration for JavaPoet to print. */
    com.palantir.javapoet.TypeSpec declared(Outline outline) {
        com.palantir.javapoet.TypeSpec.Builder declared = start.get()
                .addJavadoc(outline.markOf(javadoc))
                .addAnnotations(annotations)
                .addModifiers(modifiers.toArray(Modifier[]::new))
                .addSuperinterfaces(superinterfaces);
        recordConstructor.ifPresent(
                constructor -> declared.recordConstructor(com.palantir.javapoet.MethodSpec.constructorBuilder()
                        .addParameters(constructor.parameters())
                        .build()));
        constants.forEach((constant, type) -> declared.addEnumConstant(constant, type.declared(outline)));
        if (!fields.isEmpty() || !methods.isEmpty()) {
            declared.addField(outline.placeOf(members(), kind.wanted));
        }
        types.forEach(type -> declared.addType(type.declared(outline)));
        return declared.build();
    }

    /** Static fields, the others, constructors, methods. */
    private CodeBlock members() {
        CodeBlock.Builder members = CodeBlock.builder();
        for (boolean isStatic : List.of(true, false)) {
            for (FieldSpec field : fields) {
                if (field.isStatic() == isStatic) {
                    separate(members);
                    field.declare(kind.ofFields, members);
                }
            }
        }
        for (boolean isConstructor : List.of(true, false)) {
            for (MethodSpec method : methods) {
                if (method.isConstructor() == isConstructor) {
                    separate(members);
                    method.declare(name, kind.ofMethods, members);
                }
            }
        }
        return members.build();
    }

    private static void separate(CodeBlock.Builder members) {
        if (!members.isEmpty()) {
            members.text("\n");
        }
    }

    /** Puts a type together. */
    public static final class Builder {
        private final String name;
        private final Kind kind;
        private final Supplier<com.palantir.javapoet.TypeSpec.Builder> start;
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final List<AnnotationSpec> annotations = new ArrayList<>();
        private final List<Modifier> modifiers = new ArrayList<>();
        private final List<TypeName> superinterfaces = new ArrayList<>();
        private @Nullable MethodSpec recordConstructor;
        private final Map<String, TypeSpec> constants = new LinkedHashMap<>();
        private final List<FieldSpec> fields = new ArrayList<>();
        private final List<MethodSpec> methods = new ArrayList<>();
        private final List<TypeSpec> types = new ArrayList<>();

        private Builder(String name, Kind kind, Supplier<com.palantir.javapoet.TypeSpec.Builder> start) {
            this.name = name;
            this.kind = kind;
            this.start = start;
        }

        /** Adds modifiers. */
        public Builder addModifiers(Modifier... added) {
            modifiers.addAll(List.of(added));
            return this;
        }

        /** Adds an annotation without members. */
        public Builder addAnnotation(Class<?> annotation) {
            return addAnnotation(ClassName.get(annotation));
        }

        /** Adds an annotation without members. */
        public Builder addAnnotation(ClassName annotation) {
            return addAnnotation(AnnotationSpec.builder(annotation).build());
        }

        /** Adds an annotation. */
        public Builder addAnnotation(AnnotationSpec annotation) {
            annotations.add(annotation);
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

        /** Adds an interface that the type implements or extends. */
        public Builder addSuperinterface(TypeName type) {
            superinterfaces.add(type);
            return this;
        }

        /** Says what the components of the record are: the parameters of a constructor. */
        public Builder recordConstructor(MethodSpec constructor) {
            recordConstructor = constructor;
            return this;
        }

        /** Adds a constant of an enum. */
        public Builder addEnumConstant(String constant, TypeSpec type) {
            constants.put(constant, type);
            return this;
        }

        /** Adds a field. */
        public Builder addField(FieldSpec field) {
            fields.add(field);
            return this;
        }

        /** Adds a field without initializer. */
        public Builder addField(TypeName type, String field, Modifier... with) {
            return addField(FieldSpec.builder(type, field, with).build());
        }

        /** Adds a field without initializer. */
        public Builder addField(Class<?> type, String field, Modifier... with) {
            return addField(TypeName.get(type), field, with);
        }

        /** Adds fields. */
        public Builder addFields(Iterable<FieldSpec> added) {
            added.forEach(fields::add);
            return this;
        }

        /** Adds a method. */
        public Builder addMethod(MethodSpec method) {
            methods.add(method);
            return this;
        }

        /** Adds methods. */
        public Builder addMethods(Iterable<MethodSpec> added) {
            added.forEach(methods::add);
            return this;
        }

        /** Adds a nested type. */
        public Builder addType(TypeSpec type) {
            types.add(type);
            return this;
        }

        /** The type. */
        public TypeSpec build() {
            return new TypeSpec(this);
        }
    }
}
