package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.code.JavaSource;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Generates one Java file for each top-level message and enum, each service, and the extensions of each schema file. */
public final class JavaGenerator {
    private final SchemaSet set;
    private final boolean includeImports;
    private final boolean allowUncompiledRules;
    private final Problems problems;
    private final Problems uncompiled;

    /**
     * Prepares to generate.
     *
     * @param includeImports whether types of imported files that requested ones use are generated
     * @param allowUncompiledRules whether constraints that do not compile are listed rather than problems
     * @param problems takes what stands in the way
     * @param uncompiled takes the constraints that do not compile, where they are allowed
     */
    public JavaGenerator(
            SchemaSet set,
            boolean includeImports,
            boolean allowUncompiledRules,
            Problems problems,
            Problems uncompiled) {
        this.set = set;
        this.includeImports = includeImports;
        this.allowUncompiledRules = allowUncompiledRules;
        this.problems = problems;
        this.uncompiled = uncompiled;
    }

    /**
     * Gives each file to {@code to} as soon as it is made, on several threads and in no particular order; none of them counts where
     * there are problems.
     */
    public void generate(Consumer<JavaSource> to) {
        generate(Reach.of(set, includeImports), to);
    }

    /** As {@link #generate}, the runtime's own classes: of requested files whose types others find there. */
    public void generateRuntime(Consumer<JavaSource> to) {
        generate(Reach.ofRuntime(set), to);
    }

    private void generate(Set<NamedType> types, Consumer<JavaSource> to) {
        Sources sources = new Sources();
        Support support = new Support(sources, problems);
        types.forEach(support::check);
        set.requestedFiles().forEach(support::check);
        named(types).forEach(new JavaPackages(sources, problems)::check);
        TypeNames names = new TypeNames(set);
        new ClassClashes(names, types, sources, problems).check(set);
        LongNames longNames = new LongNames(names, sources, problems);
        types.forEach(longNames::check);
        set.requestedFiles().forEach(longNames::checkServices);
        if (!problems.isEmpty()) {
            return;
        }
        Javadocs javadocs = new Javadocs(sources);
        RuleEmitter rules = new RuleEmitter(set, names, sources, problems, uncompiled, allowUncompiledRules);
        Generation generation = new Generation(names, javadocs, rules);
        List<Runnable> parts = new ArrayList<>();
        for (NamedType type : types) {
            parts.add(() -> to.accept(file(type, generation)));
        }
        for (SchemaFile file : set.requestedFiles()) {
            parts.add(() -> servicesAndExtensions(file, generation, to));
        }
        Parallel.forEach(parts.size(), part -> parts.get(part).run());
    }

    /** The files whose Java package what is generated names, be it in imports of types that are used. */
    private Set<SchemaFile> named(Set<NamedType> types) {
        Set<SchemaFile> files = new LinkedHashSet<>();
        types.forEach(type -> files.add(type.file()));
        Reach.of(set, true).forEach(type -> files.add(type.file()));
        for (SchemaFile file : set.requestedFiles()) {
            if (!file.services().isEmpty() || ExtensionEmitter.hasConstants(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private static void servicesAndExtensions(SchemaFile file, Generation generation, Consumer<JavaSource> to) {
        ServiceEmitter services = new ServiceEmitter(generation);
        for (Service service : file.services()) {
            ClassName name = generation.names().of(service);
            to.accept(file(name, services.emit(service), Reach.usesDeprecated(service), file));
        }
        Optional<TypeSpec> extensions = new ExtensionEmitter(generation).ofFile(file);
        if (extensions.isPresent()) {
            to.accept(file(generation.names().extensionsOf(file), extensions.get(), true, file));
        }
    }

    private static JavaSource file(NamedType type, Generation generation) {
        TypeSpec spec = type instanceof MessageType message
                ? new MessageEmitter(MessageModel.of(message, generation.names()), generation).emit()
                : new EnumEmitter((EnumType) type, generation.names().of(type), generation.javadocs()).emit();
        return file(generation.names().of(type), spec, Reach.usesDeprecated(type), type.file());
    }

    private static JavaSource file(ClassName name, TypeSpec spec, boolean usesDeprecated, SchemaFile from) {
        TypeSpec.Builder annotated = spec.toBuilder().addAnnotation(Runtime.NULL_MARKED);
        if (usesDeprecated) {
            annotated.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        return JavaSource.of(name.packageName(), annotated.build(), from.filePath());
    }
}
