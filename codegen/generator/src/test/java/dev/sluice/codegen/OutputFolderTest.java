package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private static final GeneratedFile ORDER = new GeneratedFile("shop/Order.java", "class Order {}\n");
    private static final GeneratedFile ITEM = new GeneratedFile("shop/Item.java", "class Item {}\n");

    @TempDir
    private Path temporary;

    @Test
    void whatIsGeneratedNoMoreIsRemovedAndFilesOfOthersStay() throws IOException {
        OutputFolder folder = new OutputFolder(temporary);
        folder.write(List.of(ORDER, ITEM));
        Files.writeString(temporary.resolve("shop/Mine.java"), "class Mine {}\n");
        OutputFolder.Changes changes = folder.write(List.of(ORDER));
        assertThat(changes).isEqualTo(new OutputFolder.Changes(List.of(), List.of("shop/Item.java"), 1));
        assertThat(temporary.resolve("shop/Item.java")).doesNotExist();
        assertThat(temporary.resolve("shop/Mine.java")).exists();
    }

    @Test
    void staleFilesAreRemovedFromAFolderNamedWithDots() throws IOException {
        Files.createDirectories(temporary.resolve("out/below"));
        OutputFolder folder = new OutputFolder(temporary.resolve("out/below/.."));
        folder.write(List.of(ORDER));
        assertThat(folder.write(List.of()).deleted()).containsExactly("shop/Order.java");
    }

    @Test
    void aManifestThatWasTamperedWithDeletesNothingOutside() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside"), "mine");
        Path out = Files.createDirectories(temporary.resolve("out"));
        Files.writeString(out.resolve(OutputFolder.MANIFEST), "../outside\n");
        new OutputFolder(out).write(List.of(ORDER));
        assertThat(outside).exists();
    }

    @Test
    void filesHaveThePermissionsOfAnyNewFile() throws IOException {
        new OutputFolder(temporary).write(List.of(ORDER));
        Path other = Files.writeString(temporary.resolve("other"), "");
        assertThat(Files.getPosixFilePermissions(temporary.resolve("shop/Order.java")))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void nothingIsLeftBesideTheFiles() throws IOException {
        new OutputFolder(temporary).write(List.of(ORDER, ITEM));
        try (var files = Files.list(temporary.resolve("shop"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("Order.java", "Item.java");
        }
    }
}
