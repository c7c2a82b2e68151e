package dev.sluice.compat.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code modules}, and the {@code breaking} and {@code lint} that count for those without their own. */
final class ModulesSection {
    private ModulesSection() {}

    /** The modules; a file that lists none has one, in its folder. */
    static List<SchemaModule> read(YamlMapping root, Dialect dialect) {
        Vocabulary vocabulary = Vocabulary.of(dialect);
        BreakingSection breaking =
                BreakingSection.read(root, vocabulary).orElseGet(() -> BreakingSection.defaults(vocabulary));
        Optional<LintSection> lint = LintSection.read(root, dialect, LintSection.defaults(root.file(), dialect));
        List<SchemaModule> modules = new ArrayList<>();
        Set<SchemaModule> places = new LinkedHashSet<>();
        for (YamlMapping mapping : root.mappings("modules")) {
            Optional<SchemaModule> module = module(mapping, breaking, lint, dialect);
            if (module.isEmpty()) {
                continue;
            }
            if (!places.add(placeOf(module.get()))) {
                mapping.file()
                        .problem(
                                mapping.place(),
                                "the module with the path "
                                        + YamlFile.quote(module.get().path()) + " is there a second time");
            }
            modules.add(module.get());
        }
        return modules.isEmpty()
                ? List.of(SchemaModule.whole(
                        breaking.in(RelativePath.HERE), lint.map(section -> section.in(RelativePath.HERE))))
                : modules;
    }

    /** A module without what two modules of one folder may differ in and still collide. */
    private static SchemaModule placeOf(SchemaModule module) {
        return new SchemaModule(
                module.path(),
                Optional.empty(),
                module.roots(),
                module.includes(),
                List.of(),
                BreakingSettings.DEFAULT,
                Optional.empty());
    }

    private static Optional<SchemaModule> module(
            YamlMapping mapping, BreakingSection breaking, Optional<LintSection> lint, Dialect dialect) {
        YamlFile file = mapping.file();
        Optional<Text> written = mapping.text("path");
        Optional<String> path = written.isEmpty()
                ? Optional.of(RelativePath.HERE)
                : PathReader.read(written.get(), file).map(Text::value);
        Optional<Text> name = mapping.text("name");
        List<Text> includes = PathReader.read(mapping.texts("includes"), file);
        List<Text> excludes = PathReader.read(mapping.texts("excludes"), file);
        Optional<BreakingSection> ownBreaking = BreakingSection.read(mapping, Vocabulary.of(dialect));
        Optional<LintSection> ownLint = LintSection.read(mapping, dialect, lint);
        mapping.done();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String folder = path.get();
        PathReader.requireInside(folder, includes, file);
        PathReader.requireInside(folder, excludes, file);
        ownBreaking.ifPresent(section -> PathReader.requireInside(folder, section.paths(), file));
        if (mapping.has("lint")) {
            ownLint.ifPresent(section -> PathReader.requireInside(folder, section.paths(), file));
        }
        for (Text exclude : excludes) {
            if (exclude.value().equals(folder)) {
                file.problem(exclude.place(), "this leaves nothing of the module");
            }
        }
        return Optional.of(new SchemaModule(
                folder,
                name.map(Text::value),
                List.of(folder),
                PathReader.values(includes),
                PathReader.values(excludes),
                ownBreaking.orElse(breaking).in(folder),
                ownLint.map(section -> section.in(folder))));
    }
}
