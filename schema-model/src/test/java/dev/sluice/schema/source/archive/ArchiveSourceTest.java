package dev.sluice.schema.source.archive;

import static dev.sluice.schema.source.archive.Archives.Entry.file;
import static dev.sluice.schema.source.archive.Archives.Entry.folder;
import static dev.sluice.schema.source.archive.Archives.Entry.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveSourceTest {
    @TempDir
    private Path temporary;

    private static List<String> kinds() {
        return Archives.kinds();
    }

    private ArchiveSource open(String name, Archives.Entry... entries) throws IOException {
        return ArchiveSource.open(Archives.write(temporary.resolve(name), entries), "");
    }

    private ArchiveSource open(String name, byte[] archive) throws IOException {
        return ArchiveSource.open(Files.write(temporary.resolve(name), archive), "");
    }

    private static String text(ArchiveSource source, String path) {
        return new String(source.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void schemasAreListedAndRead(String kind) throws IOException {
        ArchiveSource source = open(
                kind,
                folder("shop/"),
                file("shop/v1/order.proto", "order"),
                file("shop/README.md", "text"),
                file("./dotted/./a.proto", "dotted"),
                file("empty.proto", ""));
        assertThat(source.list()).containsExactly("dotted/a.proto", "empty.proto", "shop/v1/order.proto");
        assertThat(text(source, "shop/v1/order.proto")).isEqualTo("order");
        assertThat(text(source, "dotted/a.proto")).isEqualTo("dotted");
        assertThat(text(source, "empty.proto")).isEmpty();
        assertThat(source.read("shop/README.md")).isEmpty();
        assertThat(source.contains("shop")).isFalse();
        assertThat(source.describe()).isEqualTo(temporary.resolve(kind).toString());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void configurationIsReadAndNotListed(String kind) throws IOException {
        ArchiveSource source =
                open(kind, file("buf.yaml", "version: v2"), file("x/sluice.yaml", "s"), file("buf.work.yaml", "w"));
        assertThat(source.list()).isEmpty();
        assertThat(text(source, "buf.yaml")).isEqualTo("version: v2");
        assertThat(text(source, "x/sluice.yaml")).isEqualTo("s");
        assertThat(source.contains("buf.work.yaml")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hiddenFoldersLinksAndWhatAMacAddsAreNotListed(String kind) throws IOException {
        ArchiveSource source = open(
                kind,
                file("a.proto", "a"),
                file(".b.proto", "b"),
                file(".hidden/c.proto", "c"),
                file("x/.y/z/d.proto", "d"),
                file("x/._e.proto", "binary"),
                file("__MACOSX/x/f.proto", "f"),
                link("g.proto", "a.proto"),
                folder("h.proto/"));
        assertThat(source.list()).containsExactly(".b.proto", "a.proto");
        assertThat(source.read("g.proto")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFolderOfTheArchiveIsTheRoot(String kind) throws IOException {
        Path archive = Archives.write(
                temporary.resolve(kind),
                file("repo-1.0/schemas/a.proto", "a"),
                file("repo-1.0/schemas-too/b.proto", "b"),
                file("repo-1.0/buf.yaml", "y"));
        ArchiveSource source = ArchiveSource.open(archive, "./repo-1.0/schemas/");
        assertThat(source.list()).containsExactly("a.proto");
        assertThat(source.read("buf.yaml")).isEmpty();
        assertThat(source.describe()).isEqualTo(archive + ", folder repo-1.0/schemas");
        assertThat(ArchiveSource.open(archive, "").list())
                .containsExactly("repo-1.0/schemas-too/b.proto", "repo-1.0/schemas/a.proto");
        assertThatThrownBy(() -> ArchiveSource.open(archive, "schemas"))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("there is no folder 'schemas' in the archive " + archive
                        + "; everything is in its folder 'repo-1.0'");
        assertThatThrownBy(() -> ArchiveSource.open(archive, "../schemas"))
                .isInstanceOf(CorruptArchiveException.class)
                .hasMessageContaining("the folder '../schemas' leaves the archive");
    }

    @Test
    void theMetadataOfAJarIsPassedOver() throws IOException {
        Archives.Entry metadata = file("META-INF/a.proto", "a");
        assertThat(open("a.jar", metadata, file("b.proto", "b")).list()).containsExactly("b.proto");
        assertThat(open("a.zip", metadata, file("b.proto", "b")).list()).containsExactly("META-INF/a.proto", "b.proto");
    }

    @Test
    void whatIsReadIsTheCallersOwn() throws IOException {
        ArchiveSource source = open("a.zip", file("a.proto", "a"));
        source.read("a.proto").orElseThrow()[0] = 'b';
        assertThat(text(source, "a.proto")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU})
    void longAndForeignNamesInTarAreRead(int mode) throws IOException {
        String length99 = "x/" + "a".repeat(91) + ".proto";
        String length100 = "x/" + "a".repeat(92) + ".proto";
        String longName = "ünï/" + "b".repeat(300) + "/cödé.proto";
        byte[] tar = Archives.tar(
                mode,
                file(length99, "1"),
                file(length100, "2"),
                file(longName, "3"),
                file("é.proto", "4"),
                file("z.proto", "5"));
        ArchiveSource source = open("a.tar", tar);
        assertThat(source.list()).containsExactlyInAnyOrder(length99, length100, longName, "é.proto", "z.proto");
        assertThat(text(source, longName)).isEqualTo("3");
        assertThat(text(source, "z.proto")).isEqualTo("5");
    }

    @Test
    void aNameInTwoFieldsOfAUstarHeaderIsJoined() throws IOException {
        byte[] tar = Archives.tar(file("a.proto", "a"));
        byte[] prefix = "deep/er".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 8);
        System.arraycopy(prefix, 0, tar, 345, prefix.length);
        assertThat(open("a.tar", withChecksum(tar)).list()).containsExactly("deep/er/a.proto");
    }

    @Test
    void aSizeInBinaryIsRead() throws IOException {
        byte[] tar = Archives.tar(file("a.proto", "abc"), file("b.proto", "b"));
        Arrays.fill(tar, 124, 136, (byte) 0);
        tar[124] = (byte) 0x80;
        tar[135] = 3;
        ArchiveSource source = open("a.tar", withChecksum(tar));
        assertThat(text(source, "a.proto")).isEqualTo("abc");
        assertThat(text(source, "b.proto")).isEqualTo("b");
    }

    /** Writes the checksum of the first header. */
    private static byte[] withChecksum(byte[] tar) {
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = IntStream.range(0, 512).map(i -> tar[i] & 0xff).sum();
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII), 0, tar, 148, 8);
        return tar;
    }

    @Test
    void tarsOfTheTarCommandAreRead() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("folder/ünï/" + "d".repeat(120)));
        Files.writeString(folder.resolve("é.proto"), "content");
        Files.createLink(folder.resolve("hard.proto"), folder.resolve("é.proto"));
        for (String format : new String[] {"gnu", "posix", "oldgnu"}) {
            Path tar = temporary.resolve(format + ".tgz");
            Process process = new ProcessBuilder("tar", "-czf", tar.toString(), "--format=" + format, ".")
                    .directory(temporary.resolve("folder").toFile())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(process.waitFor()).isZero();
            ArchiveSource source = ArchiveSource.open(tar, "ünï/" + "d".repeat(120));
            assertThat(source.list()).as(format).hasSize(1);
            assertThat(text(source, source.list().get(0))).isEqualTo("content");
        }
    }

    @Test
    void zipsWithDescriptorsStoredEntriesCommentsAndAPrefixAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.US_ASCII));
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("a comment with PK\5\6 in it");
            zip.putNextEntry(new ZipEntry("streamed.proto"));
            zip.write("streamed".repeat(100).getBytes(StandardCharsets.US_ASCII));
            ZipEntry stored = new ZipEntry("stored.proto");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(6);
            CRC32 crc = new CRC32();
            crc.update("stored".getBytes(StandardCharsets.US_ASCII));
            stored.setCrc(crc.getValue());
            stored.setExtra(new byte[] {1, 2, 1, 0, 9});
            stored.setComment("comment");
            zip.putNextEntry(stored);
            zip.write("stored".getBytes(StandardCharsets.US_ASCII));
        }
        ArchiveSource source = open("a.zip", bytes.toByteArray());
        assertThat(text(source, "streamed.proto")).isEqualTo("streamed".repeat(100));
        assertThat(text(source, "stored.proto")).isEqualTo("stored");
    }

    @Test
    void zipsWithLargeFileFieldsAreRead() throws IOException {
        Path file = temporary.resolve("a.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            zip.setUseZip64(Zip64Mode.Always);
            zip.putArchiveEntry(new ZipArchiveEntry("a.proto"));
            zip.write("a".getBytes(StandardCharsets.US_ASCII));
            zip.closeArchiveEntry();
        }
        assertThat(text(ArchiveSource.open(file, ""), "a.proto")).isEqualTo("a");
    }

    @Test
    void moreEntriesThanSixteenBitsCountAreRead() throws IOException {
        Archives.Entry[] entries = IntStream.range(0, 66_000)
                .mapToObj(i -> file(i + (i % 1000 == 0 ? ".proto" : ".txt"), ""))
                .toArray(Archives.Entry[]::new);
        assertThat(open("a.zip", Archives.zip(entries)).list()).hasSize(66);
    }

    @Test
    void anArchiveIsToldByItsName() {
        assertThat(Archives.kinds()).allMatch(name -> ArchiveSource.isArchive(Path.of(name)));
        assertThat(ArchiveSource.isArchive(Path.of("set.binpb"))).isFalse();
        assertThat(ArchiveSource.isArchive(Path.of("a.gz"))).isFalse();
        assertThatThrownBy(() -> ArchiveSource.open(temporary.resolve("missing.zip"), ""))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("there is no file " + temporary.resolve("missing.zip"));
    }
}
