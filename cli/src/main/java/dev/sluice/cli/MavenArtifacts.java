package dev.sluice.cli;

import dev.sluice.compat.input.ArtifactAddress;
import dev.sluice.compat.input.Artifacts;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds artifacts in the local repository, else with the {@code mvn} command, so that the user's settings, mirrors and
 * credentials count. Maven works on a project of our own in a temporary folder, and runs nothing of the user's.
 */
final class MavenArtifacts implements Artifacts, AutoCloseable {
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy-dependencies";
    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final int MOST_SNAPSHOTS = 20;
    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>dev.sluice</groupId>
              <artifactId>baseline</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <dependencies>
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <type>%s</type>
                  %s
                  <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
                </dependency>
              </dependencies>
            </project>
            """;

    private final MavenCommand maven;
    private final Supplier<Optional<LocalRepository>> local;

    @Nullable
    private Path folder;

    /** @param local where to look before Maven is asked, found out when it is needed */
    MavenArtifacts(MavenCommand maven, Supplier<Optional<LocalRepository>> local) {
        this.maven = maven;
        this.local = local;
    }

    /** With the command on the PATH and the repository of whoever runs this. */
    static MavenArtifacts ofUser() {
        return new MavenArtifacts(MavenCommand.onPath(), LocalRepository::ofUser);
    }

    @Override
    public Found find(ArtifactAddress address) throws IOException {
        if (address.version().isPresent()) {
            String version = address.version().get();
            Optional<Path> kept = local.get().flatMap(repository -> repository.find(address, version));
            return kept.isPresent() ? new Found(address.at(version), kept.get()) : resolve(address, version);
        }
        String below = address.below().orElse("");
        for (int i = 0; i < MOST_SNAPSHOTS; i++) {
            Found found = resolve(address, "(," + below + ")");
            String version = version(found.file(), address);
            if (!version.endsWith(SNAPSHOT)) {
                return found;
            }
            below = version;
        }
        throw new SourceUnavailableException("the latest " + MOST_SNAPSHOTS + " versions of " + address.group() + ":"
                + address.artifact() + " are snapshots; name the version");
    }

    private Found resolve(ArtifactAddress address, String versions) throws IOException {
        Path work = Files.createTempDirectory(folder(), "artifact");
        Path project = Files.writeString(
                work.resolve("pom.xml"),
                PROJECT.formatted(
                        address.group(),
                        address.artifact(),
                        versions,
                        address.type(),
                        address.classifier()
                                .map(word -> "<classifier>" + word + "</classifier>")
                                .orElse("")));
        Path out = Files.createDirectory(work.resolve("out"));
        maven.run(List.of(
                "-f",
                project.toString(),
                COPY,
                "-DoutputDirectory=" + out,
                "-DexcludeTransitive=true",
                "-Dmdep.useBaseVersion=true"));
        List<Path> files = list(out);
        if (files.size() != 1) {
            throw new SourceUnavailableException("Maven found no " + address.at(versions));
        }
        return new Found(address.at(version(files.get(0), address)), files.get(0));
    }

    /** The version in a file's name, {@code ARTIFACT-VERSION[-CLASSIFIER].TYPE}. */
    private static String version(Path file, ArtifactAddress address) {
        String name = String.valueOf(file.getFileName());
        String end = address.classifier().map(word -> "-" + word).orElse("");
        int from = address.artifact().length() + 1;
        int to = name.length() - address.type().length() - 1 - end.length();
        return from < to ? name.substring(from, to) : name;
    }

    private Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory("sluice-artifacts");
            folder = known;
        }
        return known;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        Path left = folder;
        folder = null;
        if (left == null) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(left)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
