package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads configuration text in tests. */
final class Yaml {
    private Yaml() {}

    static Configuration buf(String text) {
        return configuration(ConfigurationReader.readBuf("buf.yaml", bytes(text)));
    }

    static Configuration sluice(String text) {
        return configuration(ConfigurationReader.readSluice("sluice.yaml", bytes(text)));
    }

    static List<String> bufProblems(String text) {
        return problems(ConfigurationReader.readBuf("buf.yaml", bytes(text)));
    }

    static List<String> sluiceProblems(String text) {
        return problems(ConfigurationReader.readSluice("sluice.yaml", bytes(text)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Configuration configuration(ConfigurationResult result) {
        assertThat(result).isInstanceOf(ConfigurationResult.Read.class);
        return ((ConfigurationResult.Read) result).configuration();
    }

    static List<String> problems(ConfigurationResult result) {
        assertThat(result).isInstanceOf(ConfigurationResult.Failed.class);
        return ((ConfigurationResult.Failed) result)
                .problems().stream().map(Problem::toString).toList();
    }
}
