package dev.sluice.compat.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code buf.yaml}, as Buf 1.75.0 does. What concerns neither compatibility nor style is taken without looking inside. In
 * {@code v2} paths start at the folder of the file; in {@code v1beta1} those of {@code breaking} and {@code lint} start at the roots.
 */
final class BufFile {
    private static final List<String> VERSIONS = List.of("v1beta1", "v1", "v2");

    private BufFile() {}

    /** Reads the file of a folder that a {@code buf.work.yaml} lists: one of version v2 cannot be there. */
    static Configuration readMember(YamlMapping root) {
        root.text("version")
                .filter(version -> version.value().equals("v2"))
                .ifPresent(version -> root.file()
                        .problem(
                                version.place(),
                                "in a folder of a " + BufWorkFile.NAME + " the version is v1beta1 or v1"));
        return read(root);
    }

    static Configuration read(YamlMapping root) {
        YamlFile file = root.file();
        Optional<Text> version = root.text("version");
        if (version.isEmpty()) {
            if (!root.has("version")) {
                file.problem(root.placeOf("version"), "\"version\" is missing; one of v1beta1, v1, v2");
            }
            return Configuration.DEFAULT;
        }
        List<SchemaModule> modules;
        switch (version.get().value()) {
            case "v1beta1" -> modules = List.of(single(root, Dialect.BUF_V1BETA1));
            case "v1" -> modules = List.of(single(root, Dialect.BUF_V1));
            case "v2" -> {
                if (file.whole().file().endsWith(FileNames.MODULE.before())) {
                    file.problem(version.get().place(), "a buf.mod has version v1beta1 or v1; call it buf.yaml");
                }
                root.accept("name", "deps", "plugins", "policies");
                modules = ModulesSection.read(root, Dialect.BUF_V2);
            }
            default -> {
                file.unknown(
                        version.get().place(),
                        "unknown version %s; v1beta1, v1 and v2 are known",
                        version.get().value(),
                        VERSIONS);
                return Configuration.DEFAULT;
            }
        }
        root.done();
        return new Configuration(
                Optional.of(file.whole().file()), modules, Map.of(), List.of(), List.of(), false, file.notices());
    }

    /** The module of a file that cannot list several. */
    private static SchemaModule single(YamlMapping root, Dialect dialect) {
        Vocabulary vocabulary = Vocabulary.of(dialect);
        root.accept("name", "deps");
        BreakingSection breaking =
                BreakingSection.read(root, vocabulary).orElseGet(() -> BreakingSection.defaults(vocabulary));
        Optional<LintSection> lint = LintSection.read(root, dialect, LintSection.defaults(root.file(), dialect));
        List<String> roots = List.of(RelativePath.HERE);
        List<Text> excludes = List.of();
        Optional<YamlMapping> build = root.mapping("build");
        if (build.isPresent()) {
            roots = roots(build.get(), dialect);
            excludes = PathReader.read(build.get().texts("excludes"), root.file());
            requireInRoots(excludes, roots, root.file());
            build.get().done();
        }
        return new SchemaModule(
                RelativePath.HERE,
                Optional.empty(),
                roots,
                List.of(),
                PathReader.values(excludes),
                breaking.in(RelativePath.HERE),
                lint.map(section -> section.in(RelativePath.HERE)));
    }

    private static List<String> roots(YamlMapping build, Dialect dialect) {
        List<Text> written = PathReader.read(build.texts("roots"), build.file());
        if (written.isEmpty()) {
            return List.of(RelativePath.HERE);
        }
        if (dialect != Dialect.BUF_V1BETA1) {
            build.file()
                    .problem(build.placeOf("roots"), "only version v1beta1 has \"roots\"; version v2 has \"modules\"");
        }
        List<String> roots = new ArrayList<>();
        for (Text root : written) {
            for (String other : roots) {
                if (RelativePath.contains(other, root.value()) || RelativePath.contains(root.value(), other)) {
                    build.file()
                            .problem(
                                    root.place(),
                                    "the root " + YamlFile.quote(root.value()) + " and the root "
                                            + YamlFile.quote(other) + " are inside each other");
                }
            }
            roots.add(root.value());
        }
        return roots;
    }

    private static void requireInRoots(List<Text> excludes, List<String> roots, YamlFile file) {
        for (Text exclude : excludes) {
            boolean inside = false;
            for (String root : roots) {
                inside |= RelativePath.contains(root, exclude.value());
            }
            if (!inside) {
                file.problem(
                        exclude.place(), "the path " + YamlFile.quote(exclude.value()) + " is not inside any root");
            }
        }
    }
}
