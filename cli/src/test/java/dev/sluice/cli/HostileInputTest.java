package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody may send is refused, with a reason, in a JVM of its own that has little memory. */
class HostileInputTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MEMORY_IN_MEBIBYTES = 96;

    @TempDir
    private Path folder;

    private CommandLine line;

    @BeforeEach
    void writeSchemas() throws IOException {
        line = new CommandLine(folder);
        line.write("new/order.proto", CommandLine.ORDER);
    }

    private record Run(int status, String out, String err) {}

    private Run check(String now, String old) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEMORY_IN_MEBIBYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sluice.class.getName()));
        command.addAll(List.of("check", line.at(now), "--against", line.at(old)));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("it ends").isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void assertRefused(String now, String old, String reason) throws IOException, InterruptedException {
        Run run = check(now, old);
        assertThat(run.err()).contains(reason).doesNotContain("\tat ", "OutOfMemory");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private static void zeros(OutputStream out, int mebibytes) throws IOException {
        byte[] block = new byte[MEBIBYTE];
        for (int i = 0; i < mebibytes; i++) {
            out.write(block);
        }
    }

    @Test
    void aZipThatBecomesAGibibyteIsRefused() throws IOException, InterruptedException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.zip")))) {
            zip.putNextEntry(new ZipEntry("bomb.proto"));
            zeros(zip, 1024);
        }

        assertRefused("new", "bomb.zip", "bomb.zip cannot be read: ");
    }

    @Test
    void aGzippedTarThatBecomesAGibibyteIsRefused() throws IOException, InterruptedException {
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.tar.gz")))) {
            byte[] header = new byte[512];
            byte[] name = "bomb.proto".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, header, 0, name.length);
            byte[] fields = "0000644\0000000000\0000000000\00010000000000\00000000000000\000        0"
                    .getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(fields, 0, header, 100, fields.length);
            int sum = 0;
            for (byte b : header) {
                sum += b & 0xff;
            }
            byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, header, 148, digits.length);
            tar.write(header);
            zeros(tar, 1024);
        }

        assertRefused("new", "bomb.tar.gz", "bomb.tar.gz cannot be read: ");
    }

    @Test
    void manyAliasesOfAConfigurationAreRefused() throws IOException, InterruptedException {
        StringBuilder yaml = new StringBuilder("version: v1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [" + String.join(", ", List.of(alias, alias, alias, alias)) + "]\n");
        }
        line.write("laughs/order.proto", CommandLine.ORDER);
        line.write("laughs/sluice.yaml", yaml.toString());

        assertRefused("laughs", "new", "sluice.yaml");
    }

    @Test
    void aDescriptorSetThatPromisesMoreThanItHasIsRefused() throws IOException, InterruptedException {
        Files.write(folder.resolve("liar.binpb"), new byte[] {0x0a, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 1});

        assertRefused("new", "liar.binpb", "not a descriptor set");
    }

    @Test
    void aSchemaOfTooManyBytesIsRefusedWithoutBeingRead() throws IOException, InterruptedException {
        line.write("big/order.proto", CommandLine.ORDER);
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("big/huge.proto").toFile(), "rw")) {
            file.setLength(4L << 30);
        }

        assertRefused("big", "new", "huge.proto: error: cannot be read: ");
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException, InterruptedException {
        line.write("deep/order.proto", "syntax = \"proto3\";\n" + "message M {".repeat(100_000));

        assertRefused("deep", "new", "order.proto:");
    }
}
