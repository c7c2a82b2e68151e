package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing but problems comes of malformed input, and the same ones with and without source info. */
final class FuzzTest {
    private static final long SEED = 20261123;
    private static final long MUTATION_NANOS = 4_000_000_000L;
    private static final String[] PIECES = {
        ";",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "=",
        "-",
        ".",
        ",",
        "/",
        "//",
        "/*",
        "*/",
        "\"",
        "'",
        "\\",
        "\n",
        "\t",
        "\r",
        "\0",
        "\u0001",
        "\u00e9",
        "0",
        "1",
        "0x",
        "08",
        "1e",
        "1.5",
        ".5",
        "4294967296",
        "message ",
        "enum ",
        "group G",
        "map<",
        "oneof ",
        "extend ",
        "extensions ",
        "reserved ",
        "option ",
        "to ",
        "max",
        "default",
        "json_name",
        "optional ",
        "repeated ",
        "required ",
        "syntax",
        "edition",
        "import ",
        "package ",
        "service ",
        "rpc ",
        "stream ",
        "export ",
        "local ",
        "inf",
        "nan",
        "true",
        "string ",
        "x"
    };

    private static final String SAMPLE = """
            // licence

            edition = "2024"; // trails
            package a.b;
            import public "x.proto";
            import option 'y.proto';
            option (z).w = { a: 1 b < c: "d" 'e' > [f.g/h] { i: -1.5e3 } };
            export message M {
              /* leads
               * a */
              int32 a = 1 [default = -0x1F, json_name = "A", (o) = -inf];
              map<string, .a.b.M> m = 2 [features.utf8_validation = NONE];
              oneof o { string s = 3; bytes t = 4; option (p) = "\\x1\\u00e9\\377"; }
              reserved 5 to 9, 100 to max; reserved q, r;
              extensions 20, 30 to 40 [verification = UNVERIFIED, declaration = { number: 1 }];
              extend M { repeated double e = 20; }
              local enum E { option allow_alias = true; A = 0; B = 0x0 [deprecated = true]; reserved -5 to max; }
            }
            service S { rpc R(stream M) returns (stream M) { option deprecated = true; } rpc T(M) returns (M); }
            """;

    @Test
    void mutatedSchemasGiveProblemsOnly() {
        List<byte[]> seeds = seeds();
        Random random = new Random(SEED);
        long end = System.nanoTime() + MUTATION_NANOS;
        int withProblems = 0;
        int runs = 0;
        while (System.nanoTime() < end) {
            byte[] mutant = mutate(seeds.get(random.nextInt(seeds.size())), random);
            withProblems += check(mutant, "seed " + SEED + ", run " + runs) ? 1 : 0;
            runs++;
        }
        assertThat(runs).isGreaterThan(100);
        assertThat(withProblems).isGreaterThan(runs / 4);
    }

    @Test
    void truncatedSchemasGiveProblemsOnly() {
        for (byte[] seed : seeds()) {
            for (int length = 0; length < seed.length; length += 97) {
                check(Arrays.copyOf(seed, length), "truncated to " + length);
            }
        }
    }

    @Test
    void sampleCutAtEveryByteGivesProblemsOnly() {
        byte[] sample = Sample.utf8(SAMPLE);
        assertThat(check(sample, "the sample")).isFalse();
        for (int length = 0; length < sample.length; length++) {
            check(Arrays.copyOf(sample, length), "sample cut to " + length);
        }
    }

    @Test
    void randomBytesGiveProblemsOnly() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            byte[] bytes = new byte[1 + random.nextInt(400)];
            random.nextBytes(bytes);
            assertThat(check(bytes, "seed " + SEED + ", random run " + run)).isTrue();
        }
    }

    /** Parses both ways; returns whether there were problems. */
    private static boolean check(byte[] source, String what) {
        try {
            Problems plain = new Problems();
            ProtoParser.parse("fuzz.proto", source, plain, false);
            Problems withInfo = new Problems();
            ProtoParser.parse("fuzz.proto", source, withInfo, true);
            List<Problem> problems = plain.sorted();
            assertThat(withInfo.sorted()).as(what).isEqualTo(problems);
            assertThat(problems).as(what).hasSizeLessThanOrEqualTo(101);
            for (Problem problem : problems) {
                assertThat(problem.line()).as(what).isPositive();
                assertThat(problem.column()).as(what).isPositive();
            }
            return !problems.isEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(what + " threw", e);
        }
    }

    private static byte[] mutate(byte[] seed, Random random) {
        byte[] mutant = seed;
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(mutant.length + 1);
            int removed = random.nextInt(3) == 0 ? Math.min(random.nextInt(60), mutant.length - at) : 0;
            byte[] piece = random.nextInt(8) == 0
                    ? new byte[] {(byte) random.nextInt(256)}
                    : Sample.utf8(PIECES[random.nextInt(PIECES.length)]);
            byte[] next = new byte[mutant.length - removed + piece.length];
            System.arraycopy(mutant, 0, next, 0, at);
            System.arraycopy(piece, 0, next, at, piece.length);
            System.arraycopy(mutant, at + removed, next, at + piece.length, mutant.length - at - removed);
            mutant = next;
        }
        return mutant;
    }

    /** The sample, and the schemas that protobuf-java brings along. */
    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(Sample.utf8(SAMPLE));
        for (String name : WellKnownSchemas.NAMES) {
            try (InputStream in = WellKnownSchemas.open(name)) {
                seeds.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seeds;
    }
}
