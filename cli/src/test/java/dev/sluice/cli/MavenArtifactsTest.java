package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compat.input.ArtifactAddress;
import dev.sluice.compat.input.Artifacts;
import dev.sluice.compat.input.BadAddressException;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Maven finds artifacts in a repository that only the settings name. It works offline: what Maven itself needs is
 * linked from the local repository of whoever runs the test.
 */
class MavenArtifactsTest {
    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <profiles>
                <profile>
                  <id>company</id>
                  <repositories>
                    <repository>
                      <id>company</id>
                      <url>%s</url>
                      <snapshots><enabled>true</enabled></snapshots>
                    </repository>
                  </repositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>company</activeProfile></activeProfiles>
              <mirrors>
                <mirror><id>central</id><mirrorOf>*,!company</mirrorOf><url>%s</url></mirror>
              </mirrors>
            </settings>
            """;

    @TempDir
    private Path folder;

    private Path local;
    private Path remote;
    private MavenArtifacts artifacts;

    @BeforeEach
    void makeRepositories() throws IOException {
        remote = Files.createDirectories(folder.resolve("remote"));
        local = Files.createDirectories(folder.resolve("local"));
        Path ofUser =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        try (Stream<Path> groups = Files.list(ofUser)) {
            for (Path group : groups.toList()) {
                Files.createSymbolicLink(local.resolve(group.getFileName()), group);
            }
        }
        Path settings = folder.resolve("settings.xml");
        Files.writeString(
                settings,
                SETTINGS.formatted(
                        local, remote.toUri(), folder.resolve("nothing").toUri()));
        // Maven would not use what was fetched under a mirror's name that these settings do not have.
        String untracked = "-Daether.enhancedLocalRepository.trackingFilename=untracked";
        MavenCommand maven = new MavenCommand(List.of("mvn", "--settings", settings.toString(), untracked));
        artifacts = new MavenArtifacts(maven, () -> Optional.of(new LocalRepository(local)));
        for (String version : List.of("1.2.0", "1.9.0", "1.10.0", "2.0.0-SNAPSHOT")) {
            release(version);
        }
        Files.writeString(remote.resolve("acme/schemas/maven-metadata.xml"), """
                <metadata>
                  <groupId>acme</groupId>
                  <artifactId>schemas</artifactId>
                  <versioning>
                    <versions>
                      <version>1.2.0</version>
                      <version>1.9.0</version>
                      <version>1.10.0</version>
                      <version>2.0.0-SNAPSHOT</version>
                    </versions>
                  </versioning>
                </metadata>
                """);
    }

    private void release(String version) throws IOException {
        Path release = Files.createDirectories(remote.resolve("acme/schemas").resolve(version));
        Files.writeString(release.resolve("schemas-" + version + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>acme</groupId>
                  <artifactId>schemas</artifactId>
                  <version>%s</version>
                  <dependencies>
                    <dependency><groupId>acme</groupId><artifactId>nowhere</artifactId><version>1</version></dependency>
                  </dependencies>
                </project>
                """.formatted(version));
        Files.writeString(release.resolve("schemas-" + version + ".jar"), "jar of " + version);
        Files.writeString(release.resolve("schemas-" + version + "-all.binpb"), "set of " + version);
    }

    @AfterEach
    void close() throws IOException {
        artifacts.close();
    }

    private Artifacts.Found find(String address) throws IOException, BadAddressException {
        return artifacts.find(ArtifactAddress.parse(address));
    }

    @Test
    void aReleaseIsFoundThroughTheSettingsThenInTheLocalRepositoryAndNothingIsLeft() throws Exception {
        Artifacts.Found found = find("gav:acme:schemas:1.2.0");

        assertThat(found.coordinates()).isEqualTo("acme:schemas:1.2.0");
        assertThat(found.file()).hasContent("jar of 1.2.0").hasExtension("jar");
        assertThat(find("gav:acme:schemas:1.2.0").file()).startsWith(local);

        artifacts.close();

        assertThat(found.file()).doesNotExist();
        assertThat(found.file().resolveSibling("../pom.xml").normalize()).doesNotExist();
    }

    @Test
    void theLatestReleaseIsNoSnapshotAndVersionsAreNumbers() throws Exception {
        assertThat(find("gav:acme:schemas").coordinates()).isEqualTo("acme:schemas:1.10.0");
        assertThat(find("gav:acme:schemas:<1.10.0").file()).hasContent("jar of 1.9.0");
    }

    @Test
    void aTypeAndAClassifierNameAnAttachedFile() throws Exception {
        Artifacts.Found found = find("gav:acme:schemas:<1.9:binpb:all");

        assertThat(found.coordinates()).isEqualTo("acme:schemas:1.2.0:binpb:all");
        assertThat(found.file()).hasContent("set of 1.2.0").hasExtension("binpb");
    }

    @Test
    void whatIsNotThereIsUnavailable() {
        assertThatThrownBy(() -> find("gav:acme:schemas:<1.2.0"))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("Maven says: ")
                .hasMessageContaining("acme:schemas");
        assertThatThrownBy(() -> new MavenCommand(List.of("no-such-command")).run(List.of()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("Maven is not installed");
    }
}
