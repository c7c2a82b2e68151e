package dev.sluice.compat.config;

import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Notice;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code buf.work.yaml}, as Buf 1.75.0 does: a list of folders, each a module with a {@code buf.yaml} of version
 * v1beta1 or v1, or with what counts in v1 where none is given.
 */
final class BufWorkFile {
    static final String NAME = FileNames.WORK.name();
    private static final String VERSION = "v1";
    private static final byte[] NO_FILE = "version: v1".getBytes(StandardCharsets.US_ASCII);

    private BufWorkFile() {}

    /**
     * Reads the file and those in its folders.
     *
     * @param tree where the folders are
     * @param prefix what to put before the names of files in messages
     * @throws IOException if a file is there and cannot be read
     */
    static ConfigurationResult read(SchemaSource tree, String prefix, FileNames.Found work, Concern concern)
            throws IOException {
        YamlFile file = new YamlFile(prefix + work.path(), concern);
        Optional<YamlMapping> root = ConfigurationReader.root(work.bytes(), file);
        Optional<FileNames.Found> beside = FileNames.MODULE.find(tree, "");
        if (beside.isPresent()) {
            file.problem(
                    file.whole(),
                    "there is a " + beside.get().path() + " beside it, and one of them has to say what the"
                            + " modules are; delete the other");
        }
        List<Problem> problems = new ArrayList<>();
        List<SchemaModule> modules = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (Text folder : root.map(BufWorkFile::folders).orElse(List.of())) {
            ConfigurationResult result = member(tree, prefix, folder.value(), concern);
            if (result instanceof ConfigurationResult.Read read) {
                read.configuration().modules().forEach(module -> modules.add(module.below(folder.value())));
                notices.addAll(read.configuration().notices());
            } else {
                problems.addAll(((ConfigurationResult.Failed) result).problems());
            }
        }
        problems.addAll(0, file.problems());
        if (!problems.isEmpty()) {
            return new ConfigurationResult.Failed(problems);
        }
        return new ConfigurationResult.Read(new Configuration(
                Optional.of(prefix + work.path()), modules, Map.of(), List.of(), List.of(), false, notices));
    }

    private static List<Text> folders(YamlMapping root) {
        YamlFile file = root.file();
        Optional<Text> version = root.text("version");
        if (version.isEmpty() && !root.has("version")) {
            file.problem(root.placeOf("version"), "\"version\" is missing; it is " + VERSION);
        }
        version.filter(word -> !word.value().equals(VERSION))
                .ifPresent(word ->
                        file.unknown(word.place(), "unknown version %s; v1 is known", word.value(), List.of(VERSION)));
        List<Text> folders = PathReader.read(root.texts("directories"), file);
        if (folders.isEmpty() && !file.hasProblems()) {
            file.problem(root.placeOf("directories"), "\"directories\" lists no folder");
        }
        root.done();
        List<Text> apart = new ArrayList<>();
        for (Text folder : folders) {
            if (isApart(folder, apart, file)) {
                apart.add(folder);
            }
        }
        return apart;
    }

    private static boolean isApart(Text folder, List<Text> others, YamlFile file) {
        if (folder.value().equals(RelativePath.HERE)) {
            file.problem(folder.place(), "the folder of this file cannot be one of its folders");
            return false;
        }
        for (Text other : others) {
            if (RelativePath.contains(other.value(), folder.value())
                    || RelativePath.contains(folder.value(), other.value())) {
                file.problem(
                        folder.place(),
                        "the folder " + YamlFile.quote(folder.value()) + " and the folder "
                                + YamlFile.quote(other.value()) + " are inside each other");
                return false;
            }
        }
        return true;
    }

    private static ConfigurationResult member(SchemaSource tree, String prefix, String folder, Concern concern)
            throws IOException {
        String inFolder = folder + "/";
        FileNames.Found found = FileNames.MODULE
                .find(tree, inFolder)
                .orElse(new FileNames.Found(inFolder + FileNames.MODULE.name(), NO_FILE));
        YamlFile file = new YamlFile(prefix + found.path(), concern);
        return ConfigurationReader.read(found.bytes(), file, BufFile::readMember);
    }
}
