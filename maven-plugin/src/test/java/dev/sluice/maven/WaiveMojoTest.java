package dev.sluice.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiveMojoTest {
    @TempDir
    private Path folder;

    private final WaiveMojo goal = new WaiveMojo();

    @BeforeEach
    void askForAWaiver() throws ReflectiveOperationException {
        goal.setLog(new RecordingLog());
        Parameters.set(goal, "fingerprint", "0123456789abcdef");
        Parameters.set(goal, "reason", "agreed");
        Parameters.set(goal, "owner", "orders");
        Parameters.set(goal, "expires", "9999-12-31");
        Parameters.set(goal, "configFile", folder.resolve("sluice.yaml").toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "fingerprint, 0123456789ABCDEF, is no fingerprint",
        "expires, 2026-11-25, is over",
        "expires, 2027-02-30, is no day of the calendar",
        "expires, tomorrow, is no date",
        "reason, ' ', is missing",
        "owner, 'a\tb', is one line without control characters"
    })
    void whatIsWrongIsSaidAndNothingWritten(String parameter, String value, String message)
            throws ReflectiveOperationException {
        Parameters.set(goal, parameter, value);
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("-Dsluice." + parameter)
                .hasMessageContaining(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noNewFileTakesTheRoleOfABufYaml() throws IOException {
        Files.writeString(folder.resolve("buf.yaml"), "version: v1\n");
        assertThatThrownBy(goal::execute).hasMessageContaining("would count instead of the buf.yaml beside it");
        assertThat(folder.resolve("sluice.yaml")).doesNotExist();
    }

    @Test
    void aConfigurationBehindALinkIsChangedAndTheLinkStays() throws Exception {
        Path real = Files.writeString(folder.resolve("shared.yaml"), "version: v1\n");
        Path link = Files.createSymbolicLink(folder.resolve("sluice.yaml"), real);
        goal.execute();
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("0123456789abcdef");
        assertThatThrownBy(goal::execute)
                .hasMessageContaining("nothing was changed: ")
                .hasMessageContaining(":3:5: ");
    }
}
