package dev.sluice.compat.config;

import dev.sluice.compat.finding.Concern;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads configuration files. Whatever a file has in it, the result is a configuration or a list of problems. Where no
 * {@link Concern} is given it is {@link Concern#CHANGES}.
 */
public final class ConfigurationReader {
    /** The name of Sluice's own file. */
    public static final String SLUICE_YAML = "sluice.yaml";

    /** The name of Buf's file. */
    public static final String BUF_YAML = "buf.yaml";

    /** The names of all files that a configuration is read from, those that come first at the beginning. */
    public static final List<String> NAMES = List.of(
            SLUICE_YAML,
            FileNames.WORK.name(),
            FileNames.WORK.before(),
            FileNames.MODULE.name(),
            FileNames.MODULE.before());

    /** More than is taken, so that whoever takes it says so. */
    private static final int MOST_BYTES = 2 << 20;

    private ConfigurationReader() {}

    /**
     * Reads the configuration at the root of a tree: {@code sluice.yaml}, or where there is none {@code buf.work.yaml}
     * with what is in its folders, or {@code buf.yaml}; these two may have the names they had once, {@code buf.work} and
     * {@code buf.mod}. They are never mixed. Empty where there is none of them.
     *
     * @param prefix what to put before the name of the file in messages: the tree's folder with a slash, or nothing
     * @throws IOException if a file is there and cannot be read
     */
    public static Optional<ConfigurationResult> find(SchemaSource tree, String prefix) throws IOException {
        return find(tree, prefix, Concern.CHANGES);
    }

    /**
     * Reads the configuration at the root of a tree, as {@link #find(SchemaSource, String)} does.
     *
     * @throws IOException if a file is there and cannot be read
     */
    public static Optional<ConfigurationResult> find(SchemaSource tree, String prefix, Concern concern)
            throws IOException {
        Optional<byte[]> sluice = tree.read(SLUICE_YAML);
        if (sluice.isPresent()) {
            return Optional.of(read(prefix + SLUICE_YAML, sluice.get(), concern));
        }
        Optional<FileNames.Found> work = FileNames.WORK.find(tree, "");
        if (work.isPresent()) {
            return Optional.of(BufWorkFile.read(tree, prefix, work.get(), concern));
        }
        Optional<FileNames.Found> buf = FileNames.MODULE.find(tree, "");
        return buf.isPresent()
                ? Optional.of(read(prefix + buf.get().path(), buf.get().bytes(), concern))
                : Optional.empty();
    }

    /**
     * Reads a file on disk. One called {@code buf.work.yaml} is read with the {@code buf.yaml} of the folders that it lists,
     * which are beside it; others as {@link #read(String, byte[], Concern)} does.
     *
     * @throws IOException if a file is there and cannot be read
     */
    public static ConfigurationResult readFile(Path file, Concern concern) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        String name = file.toString();
        Path folder = file.toAbsolutePath().getParent();
        String last = String.valueOf(file.getFileName());
        if (folder == null || !FileNames.WORK.has(last)) {
            return read(name, bytes, concern);
        }
        String prefix = name.substring(0, name.length() - last.length());
        return BufWorkFile.read(new FolderSource(folder), prefix, new FileNames.Found(last, bytes), concern);
    }

    /** Reads a file that is Buf's where its name is {@code buf.mod} or ends in {@code buf.yaml} or {@code buf.yml}, else Sluice's. */
    public static ConfigurationResult read(String name, byte[] bytes) {
        return read(name, bytes, Concern.CHANGES);
    }

    /** Reads a file that is Buf's where its name is {@code buf.mod} or ends in {@code buf.yaml} or {@code buf.yml}, else Sluice's. */
    public static ConfigurationResult read(String name, byte[] bytes, Concern concern) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        boolean ofBuf = last.endsWith(BUF_YAML) || last.endsWith("buf.yml") || FileNames.MODULE.has(last);
        return read(bytes, new YamlFile(name, concern), ofBuf ? BufFile::read : SluiceFile::read);
    }

    /**
     * Reads a {@code sluice.yaml}.
     *
     * @param name what to call the file in messages
     */
    public static ConfigurationResult readSluice(String name, byte[] bytes) {
        return read(bytes, new YamlFile(name, Concern.CHANGES), SluiceFile::read);
    }

    /**
     * Reads a {@code buf.yaml} of version v1beta1, v1 or v2.
     *
     * @param name what to call the file in messages
     */
    public static ConfigurationResult readBuf(String name, byte[] bytes) {
        return read(bytes, new YamlFile(name, Concern.CHANGES), BufFile::read);
    }

    static ConfigurationResult read(byte[] bytes, YamlFile file, Function<YamlMapping, Configuration> content) {
        Optional<Configuration> configuration = root(bytes, file).map(content);
        if (configuration.isEmpty() || file.hasProblems()) {
            return new ConfigurationResult.Failed(file.problems());
        }
        return new ConfigurationResult.Read(configuration.get());
    }

    /** The mapping that a file consists of, or empty where that is a problem. */
    static Optional<YamlMapping> root(byte[] bytes, YamlFile file) {
        Optional<Node> root = YamlText.parse(bytes, file);
        if (root.isEmpty() && !file.hasProblems()) {
            file.problem(file.whole(), "the file is empty; it starts with \"version:\"");
        }
        return root.flatMap(node -> YamlMapping.of(node, "the file", file));
    }
}
