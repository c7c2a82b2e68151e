package dev.sluice.compat.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads paths, which are relative to the folder of the configuration file. */
final class PathReader {
    private PathReader() {}

    /** The path without detours, or empty where it is a problem. */
    static Optional<Text> read(Text written, YamlFile file) {
        if (written.value().isBlank()) {
            file.problem(written.place(), "the path is empty; \".\" is the folder itself");
            return Optional.empty();
        }
        Optional<String> path = RelativePath.normalize(written.value());
        if (path.isEmpty()) {
            String quoted = YamlFile.quote(written.value());
            file.problem(
                    written.place(),
                    written.value().startsWith("/")
                            ? "the path " + quoted + " is absolute; make it relative to the folder of this file"
                            : "the path " + quoted + " leads out of the folder of this file");
        }
        return path.map(plain -> new Text(plain, written.place()));
    }

    static List<Text> read(List<Text> written, YamlFile file) {
        List<Text> paths = new ArrayList<>(written.size());
        for (Text text : written) {
            read(text, file).ifPresent(paths::add);
        }
        return paths;
    }

    /** Makes problems of the paths that are not inside a folder. */
    static void requireInside(String folder, List<Text> paths, YamlFile file) {
        for (Text path : paths) {
            if (!RelativePath.contains(folder, path.value())) {
                file.problem(
                        path.place(),
                        "the path " + YamlFile.quote(path.value()) + " is not inside the module's folder "
                                + YamlFile.quote(folder));
            }
        }
    }

    static List<String> values(List<Text> texts) {
        List<String> values = new ArrayList<>(texts.size());
        for (Text text : texts) {
            values.add(text.value());
        }
        return values;
    }
}
