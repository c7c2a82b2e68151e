package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.problem.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a valid file, reading it ends, throws nothing, and says at least where a problem is. */
class ConfigurationMutationTest {
    private static final int MUTATIONS = 1500;
    private static final String BUF = """
            version: v2
            modules:
              - path: proto
                excludes: [proto/old]
              - path: other
                breaking: {ignore_only: {WIRE: [other/x]}}
            breaking: &b
              use: [WIRE_JSON, &r RPC_NO_DELETE]
              except: [*r]
              ignore: [proto/a]
              ignore_unstable_packages: true
            """;
    private static final String[] PIECES = {
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "\n",
        "\t",
        "&a ",
        "*a",
        "!!int ",
        "|\n",
        ">",
        "'",
        "\"",
        "# ",
        "? ",
        "%",
        "---\n",
        "~",
        "../",
        "FILE",
        "v1",
        "\u0000",
        "\uFEFF",
        "😀",
        "<<: *b\n",
        "0x1F",
        "2027-13-45",
        "\r\n",
        "!!binary ",
        "@",
        "`"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMutationEndsInAConfigurationOrInProblems(long seed) {
        Random random = new Random(seed);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            int failed = 0;
            for (int i = 0; i < MUTATIONS; i++) {
                boolean isBuf = random.nextBoolean();
                byte[] bytes = mutate(Yaml.bytes(isBuf ? BUF : SluiceFileTest.FULL), random);
                String name = isBuf ? "buf.yaml" : "sluice.yaml";
                ConfigurationResult result;
                try {
                    result = ConfigurationReader.read(name, bytes);
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("seed " + seed + ", mutation " + i + ": " + Arrays.toString(bytes), e);
                }
                if (result instanceof ConfigurationResult.Failed problems) {
                    failed++;
                    check(name, problems.problems());
                }
            }
            assertThat(failed).as("seed %d", seed).isGreaterThan(MUTATIONS / 4).isLessThan(MUTATIONS);
        });
    }

    /** A mebibyte of one piece over and over takes about as long as any other mebibyte. */
    @Test
    void repetitionsAreReadInBoundedTime() {
        for (String piece : PIECES) {
            String text = "version: v2\nlint: " + piece.repeat((1 << 20) / Yaml.bytes(piece).length - 20);
            ConfigurationResult result = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> ConfigurationReader.readBuf("buf.yaml", Yaml.bytes(text)), piece);
            if (result instanceof ConfigurationResult.Failed problems) {
                check("buf.yaml", problems.problems());
            }
        }
    }

    private static void check(String name, List<Problem> problems) {
        assertThat(problems).isNotEmpty().hasSizeLessThanOrEqualTo(101).allSatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(name);
            assertThat(problem.message()).isNotBlank().doesNotContain("\n");
            assertThat(problem.line() == 0).isEqualTo(problem.column() == 0);
        });
    }

    private static byte[] mutate(byte[] valid, Random random) {
        byte[] bytes = valid;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(12));
            bytes = switch (random.nextInt(5)) {
                case 0 -> splice(bytes, at, end, new byte[0]);
                case 1 -> splice(bytes, at, at, Yaml.bytes(PIECES[random.nextInt(PIECES.length)]));
                case 2 -> splice(bytes, at, end, Yaml.bytes(PIECES[random.nextInt(PIECES.length)]));
                case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
                default -> splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            };
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int start, int end, byte[] piece) {
        byte[] spliced = new byte[bytes.length - (end - start) + piece.length];
        System.arraycopy(bytes, 0, spliced, 0, start);
        System.arraycopy(piece, 0, spliced, start, piece.length);
        System.arraycopy(bytes, end, spliced, start + piece.length, bytes.length - end);
        return spliced;
    }
}
