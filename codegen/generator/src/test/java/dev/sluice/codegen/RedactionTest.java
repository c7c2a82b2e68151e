package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a schema marks with debug_redact is shown by no toString. */
class RedactionTest {
    @TempDir
    Path folder;

    @Test
    void neitherTheMessageNorTheCaseShowsIt() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(Generator.generate(
                Schemas.of(
                        folder,
                        "syntax = \"proto3\";\npackage pay;\nmessage M {\n"
                                + "  oneof way { string card = 1 [debug_redact = true]; string iban = 2; }\n}\n"),
                GeneratorOptions.DEFAULTS));
        Class<?> type = compiled.loadClass("pay.M");

        Object builder = type.getMethod("builder").invoke(null);
        builder.getClass().getMethod("card", String.class).invoke(builder, "4000-0000");
        Object message = builder.getClass().getMethod("build").invoke(builder);
        Object way = type.getMethod("way").invoke(message);

        assertThat(message.toString()).contains("[REDACTED]").doesNotContain("4000");
        assertThat(way).hasToString("Card[REDACTED]");
    }
}
