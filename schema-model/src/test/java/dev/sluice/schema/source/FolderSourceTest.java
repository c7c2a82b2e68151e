package dev.sluice.schema.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    @TempDir
    private Path temporary;

    private Path schemas;

    @BeforeEach
    void writeSchemas() throws IOException {
        schemas = Files.createDirectories(temporary.resolve("schemas"));
        Files.createDirectories(schemas.resolve("shop/v1"));
        Files.writeString(schemas.resolve("shop/v1/order.proto"), "syntax = \"proto3\";");
    }

    @Test
    void thePresentFolderIsRead() throws IOException {
        FolderSource source = new FolderSource(Path.of("."));
        assertThat(source.contains("pom.xml")).isTrue();
    }

    @Test
    void aPathWithDotsIsRead() throws IOException {
        FolderSource source = new FolderSource(schemas.resolve("shop/.."));
        assertThat(source.list()).containsExactly("shop/v1/order.proto");
        assertThat(source.contains("shop/v1/order.proto")).isTrue();
    }

    @Test
    void aFolderThatIsASymbolicLinkIsRead() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), schemas);
        FolderSource source = new FolderSource(link);
        assertThat(source.list()).containsExactly("shop/v1/order.proto");
        assertThat(source.contains("shop/v1/order.proto")).isTrue();
    }

    @Test
    void nothingOutsideTheFolderIsRead() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.proto"), "syntax = \"proto3\";");
        Files.createSymbolicLink(schemas.resolve("folder"), outside);
        Files.createSymbolicLink(schemas.resolve("file.proto"), outside.resolve("secret.proto"));
        FolderSource source = new FolderSource(schemas);
        assertThat(source.list()).containsExactly("shop/v1/order.proto");
        assertThat(source.read("../outside/secret.proto")).isEmpty();
        assertThat(source.read("folder/secret.proto")).isEmpty();
        assertThat(source.read("file.proto")).isEmpty();
    }
}
