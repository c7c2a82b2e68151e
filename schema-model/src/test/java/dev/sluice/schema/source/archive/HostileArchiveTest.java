package dev.sluice.schema.source.archive;

import static dev.sluice.schema.source.archive.Archives.Entry.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that somebody made to do harm, or that were damaged on their way. */
class HostileArchiveTest {
    private static final ArchiveLimits SMALL = new ArchiveLimits(1000, 3000, 20_000, 10, 5, 8000);

    @TempDir
    private Path temporary;

    private static List<String> kinds() {
        return List.of("a.zip", "a.tar", "a.tar.gz");
    }

    private void assertRefused(String name, byte[] archive, ArchiveLimits limits, String why) throws IOException {
        Path file = Files.write(temporary.resolve(name), archive);
        assertThat(catchThrowable(() -> ArchiveSource.open(file, "", limits)))
                .isInstanceOf(CorruptArchiveException.class)
                .hasMessageStartingWith("the archive " + file + " cannot be read: ")
                .hasMessageContaining(why)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }

    private void assertRefused(String name, String why, ArchiveLimits limits, Archives.Entry... entries)
            throws IOException {
        assertRefused(name, Files.readAllBytes(Archives.write(temporary.resolve(name), entries)), limits, why);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesThatLeaveTheArchiveAreRefused(String kind) throws IOException {
        ArchiveLimits limits = ArchiveLimits.standard();
        for (String name : List.of("../a.proto", "x/../../a.proto", "x/..", "..", "x/../a.txt")) {
            assertRefused(kind, "the name of its entry '" + name + "' leaves the archive", limits, file(name, "x"));
        }
        assertRefused(kind, "the name of its entry '/etc/a.proto' is absolute", limits, file("/etc/a.proto", "x"));
        assertRefused(kind, "the name of its entry 'C:a.proto' is absolute", limits, file("C:a.proto", "x"));
    }

    @Test
    void namesWithCharactersThatMeanSomethingElsewhereAreRefused() throws IOException {
        assertThat(catchThrowable(() -> EntryPath.of("the name of its entry", "a\\b.proto")))
                .hasMessage("the name of its entry 'a\\b.proto' has a backslash");
        assertThat(catchThrowable(() -> EntryPath.of("the name of its entry", "a\0.proto")))
                .hasMessage("the name of its entry 'a?.proto' has a NUL character");
        assertThat(catchThrowable(() -> EntryPath.of("the name of its entry", "a".repeat(4097))))
                .hasMessage("the name of its entry '" + "a".repeat(200) + "...' has more than 4096 characters");
        byte[] zip = Archives.zip(file("aXb.proto", "x"));
        assertRefused("a.zip", replaced(zip, "aXb.proto", "a\\b.proto"), ArchiveLimits.standard(), "has a backslash");
        assertRefused(
                "a.zip", replaced(zip, "aXb.proto", "a\0b.proto"), ArchiveLimits.standard(), "has a NUL character");
    }

    private static byte[] replaced(byte[] bytes, String old, String now) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(old, now).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void twoEntriesOfOnePathAreRefused(String kind) throws IOException {
        assertRefused(
                kind,
                "it has two entries 'a/b.proto'",
                ArchiveLimits.standard(),
                file("a/b.proto", "1"),
                file("./a//b.proto", "2"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void limitsAreKept(String kind) throws IOException {
        String kilobyte = "x".repeat(1000);
        assertRefused(kind, "'a.proto' has 1001 bytes; at most 1000 are read", SMALL, file("a.proto", kilobyte + "x"));
        assertRefused(
                kind,
                "its schemas have more than 3000 bytes",
                SMALL,
                file("a.proto", kilobyte),
                file("b.proto", kilobyte),
                file("c.proto", kilobyte),
                file("d.proto", "x"));
        assertRefused(
                kind,
                "it has more than 10 entries",
                SMALL,
                IntStream.range(0, 11).mapToObj(i -> file(i + ".txt", "")).toArray(Archives.Entry[]::new));
        Path file = Archives.write(
                temporary.resolve(kind),
                file("a.proto", kilobyte),
                file("b.proto", kilobyte),
                file("c.proto", kilobyte));
        assertThat(ArchiveSource.open(file, "", SMALL).list()).hasSize(3);
    }

    @Test
    void whatIsPassedOverIsBoundedToo() throws IOException {
        assertRefused("a.tar", "it decompresses to more than 20000 bytes", SMALL, file("a.txt", "x".repeat(20_000)));
        assertRefused(
                "a.tgz", "it decompresses to more than 5 times its size of ", SMALL, file("a.txt", "x".repeat(9000)));
    }

    @Test
    void aBombOfZerosIsRefusedEarly() throws IOException {
        byte[] zeros = new byte[100 << 20];
        assertRefused("a.tgz", Archives.gzip(zeros), ArchiveLimits.standard(), "more than 200 times its size");
        Archives.Entry[] entries = IntStream.range(0, 3)
                .mapToObj(i -> new Archives.Entry(i + ".proto", Arrays.copyOf(zeros, 40 << 20), ""))
                .toArray(Archives.Entry[]::new);
        for (String kind : List.of("a.zip", "a.tgz")) {
            assertRefused(kind, "it decompresses to more than 200 times its size", ArchiveLimits.standard(), entries);
        }
    }

    @Test
    void entriesOfAZipThatShareTheirContentCountEachTime() throws IOException {
        Archives.Entry[] entries = IntStream.range(0, 3)
                .mapToObj(i -> new Archives.Entry(i + ".proto", new byte[1000], ""))
                .toArray(Archives.Entry[]::new);
        assertRefused(
                "a.zip",
                "it decompresses to more than 2 times its size",
                new ArchiveLimits(1000, 3000, 4000, 10, 2, 1000),
                entries);
    }

    @Test
    void aSizeThatIsALieIsRefused() throws IOException {
        byte[] zip = Archives.zip(file("a.proto", "x".repeat(500)));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        byte[] shorter = zip.clone();
        shorter[directory + 24] -= 1;
        assertRefused("a.zip", shorter, ArchiveLimits.standard(), "is longer than it says");
        byte[] longer = zip.clone();
        longer[directory + 24] += 1;
        assertRefused("a.zip", longer, ArchiveLimits.standard(), "ends within its entry 'a.proto'");
        byte[] huge = zip.clone();
        huge[directory + 27] = 0x7f;
        assertRefused("a.zip", huge, ArchiveLimits.standard(), "bytes; at most 67108864 are read");
        byte[] otherContent = zip.clone();
        otherContent[directory + 16] ^= 1;
        assertRefused("a.zip", otherContent, ArchiveLimits.standard(), "its checksum is wrong");
    }

    @Test
    void whatWeDoNotSupportIsSaid() throws IOException {
        byte[] zip = Archives.zip(file("a.proto", "x"));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        byte[] encrypted = zip.clone();
        encrypted[directory + 8] |= 1;
        assertRefused("a.zip", encrypted, ArchiveLimits.standard(), "'a.proto' is encrypted");
        byte[] method = zip.clone();
        method[directory + 10] = 93;
        assertRefused("a.zip", method, ArchiveLimits.standard(), "'a.proto' is compressed by method 93");
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws IOException {
        byte[] text = "syntax = \"proto3\";\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
        assertRefused("a.zip", text, ArchiveLimits.standard(), "it is no zip archive");
        assertRefused("a.tar", text, ArchiveLimits.standard(), "it is no tar archive");
        assertRefused("a.tgz", text, ArchiveLimits.standard(), "Not in GZIP format");
        assertRefused("a.tgz", Archives.gzip(text), ArchiveLimits.standard(), "it is no tar archive");
        for (String kind : kinds()) {
            assertRefused(kind, new byte[0], ArchiveLimits.standard(), "");
        }
        assertRefused("a.rar", text, ArchiveLimits.standard(), "its name ends in none of .zip");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyArchiveCutShortIsRefused(String kind) throws IOException {
        byte[] archive = Files.readAllBytes(sample(kind));
        Path file = temporary.resolve(kind);
        // The last blocks of a tar archive are padding behind its end mark.
        int end = kind.equals("a.tar") ? endMark(archive) : archive.length;
        for (int length = 0; length < end; length += 97) {
            Files.write(file, Arrays.copyOf(archive, length));
            assertThat(catchThrowable(() -> ArchiveSource.open(file, "")))
                    .as("%d of %d bytes", length, archive.length)
                    .isInstanceOf(CorruptArchiveException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void damagedArchivesAreReadOrRefused(String kind) throws IOException {
        byte[] archive = Files.readAllBytes(sample(kind));
        Path file = temporary.resolve(kind);
        long seed = 20261124;
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            byte[] damaged = archive.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            Throwable failure = catchThrowable(() -> ArchiveSource.open(file, ""));
            if (failure != null) {
                refused++;
                assertThat(failure).as("seed %d, round %d", seed, round).isInstanceOf(IOException.class);
            }
        }
        assertThat(refused).isBetween(25, 500);
    }

    private Path sample(String kind) throws IOException {
        Random random = new Random(7);
        Archives.Entry[] entries = IntStream.range(0, 12)
                .mapToObj(i -> file(
                        i % 3 == 0 ? i + ".txt" : "folder" + "x".repeat(i * 12) + "/" + i + ".proto",
                        random.ints(i * 40L, ' ', '~')
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString()))
                .toArray(Archives.Entry[]::new);
        Path file = Archives.write(temporary.resolve("sample-" + kind), entries);
        assertThat(ArchiveSource.open(file, "").list()).hasSize(8);
        return file;
    }

    /** Where the first zero block begins that nothing but zeros follows. */
    private static int endMark(byte[] tar) {
        int end = tar.length;
        while (tar[end - 1] == 0) {
            end--;
        }
        return (end + 511) / 512 * 512 + 512;
    }
}
