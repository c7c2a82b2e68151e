package dev.sluice.schema.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void schemasBehindLinksBelongToTheFolder() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside/deep"));
        Files.writeString(outside.resolve("shared.proto"), "syntax = \"proto3\";");
        Files.createSymbolicLink(schemas.resolve("folder"), temporary.resolve("outside"));
        Files.createSymbolicLink(schemas.resolve("file.proto"), outside.resolve("shared.proto"));
        Files.createSymbolicLink(schemas.resolve("gone.proto"), temporary.resolve("gone.proto"));
        FolderSource source = new FolderSource(schemas);

        assertThat(source.list()).containsExactly("file.proto", "folder/deep/shared.proto", "shop/v1/order.proto");
        assertThat(source.read("folder/deep/shared.proto")).isPresent();
        assertThat(source.read("file.proto")).isPresent();
        assertThat(source.read("gone.proto")).isEmpty();
    }

    @Test
    void linksThatLeaveTheRepositoryAreNotFollowed() throws IOException {
        Path repository = Files.createDirectories(temporary.resolve("repository"));
        Files.createDirectories(repository.resolve(".git"));
        Path protos = Files.createDirectories(repository.resolve("protos"));
        Path shared = Files.createDirectories(repository.resolve("shared"));
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(shared.resolve("a.proto"), "syntax = \"proto3\";");
        Files.writeString(outside.resolve("a.proto"), "syntax = \"proto3\";");
        Files.createSymbolicLink(protos.resolve("shared"), shared);
        Files.createSymbolicLink(protos.resolve("outside"), outside);
        Files.createSymbolicLink(protos.resolve("file.proto"), outside.resolve("a.proto"));
        FolderSource source = new FolderSource(protos);

        assertThat(source.list()).containsExactly("shared/a.proto");
        assertThat(source.read("shared/a.proto")).isPresent();
        assertThat(source.read("outside/a.proto")).isEmpty();
        assertThat(source.read("file.proto")).isEmpty();
    }

    @Test
    void nothingButSchemasIsReadThroughLinks() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Path secret = Files.writeString(outside.resolve("secret"), "password");
        Files.writeString(outside.resolve("buf.yaml"), "version: v2");
        Files.createSymbolicLink(schemas.resolve("secret.proto"), secret);
        Files.createSymbolicLink(schemas.resolve("buf.yaml"), outside.resolve("buf.yaml"));
        Files.createSymbolicLink(schemas.resolve("folder"), outside);
        Files.createSymbolicLink(schemas.resolve(".hidden"), Files.createDirectories(temporary.resolve("h")));
        Files.writeString(temporary.resolve("h/a.proto"), "");
        FolderSource source = new FolderSource(schemas);

        assertThat(source.list()).containsExactly("shop/v1/order.proto");
        for (String path : new String[] {"secret.proto", "buf.yaml", "folder/secret", "folder/buf.yaml"}) {
            assertThat(source.read(path)).as(path).isEmpty();
        }
        assertThat(source.read("../outside/secret")).isEmpty();
    }

    @Test
    void linksToWhereTheyAreEnd() throws IOException {
        Files.createSymbolicLink(schemas.resolve("self"), schemas);
        Files.createSymbolicLink(schemas.resolve("shop/up"), temporary);
        Path a = Files.createDirectories(temporary.resolve("a"));
        Path b = Files.createDirectories(temporary.resolve("b"));
        Files.createSymbolicLink(a.resolve("b"), b);
        Files.createSymbolicLink(b.resolve("a"), a);
        Files.createSymbolicLink(schemas.resolve("a"), a);
        Files.writeString(b.resolve("x.proto"), "");

        assertThat(new FolderSource(schemas).list()).containsExactly("a/b/x.proto", "shop/v1/order.proto");
    }

    @Test
    void linksThatLeadToEachOtherAgainAndAgainAreRefused() throws IOException {
        for (int i = 0; i < 9; i++) {
            Path one = Files.createDirectories(temporary.resolve("web/" + i));
            for (int j = 0; j < 9; j++) {
                Files.createSymbolicLink(one.resolve("to" + j), temporary.resolve("web/" + j));
            }
        }
        Files.createSymbolicLink(schemas.resolve("start"), temporary.resolve("web/0"));

        assertThatThrownBy(() -> new FolderSource(schemas).list())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("symbolic links lead to more than 10000 folders");
    }
}
