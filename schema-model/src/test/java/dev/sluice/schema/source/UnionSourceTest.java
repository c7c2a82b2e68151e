package dev.sluice.schema.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionSourceTest {
    @TempDir
    private Path temporary;

    private UnionSource both;

    @BeforeEach
    void writeSchemas() throws IOException {
        write("one/shop/order.proto", "order");
        write("two/shop/item.proto", "item");
        both = new UnionSource(
                List.of(new FolderSource(temporary.resolve("one")), new FolderSource(temporary.resolve("two"))));
    }

    private void write(String path, String text) throws IOException {
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theFilesOfAllRootsAreListedTogether() throws IOException {
        assertThat(both.list()).containsExactly("shop/item.proto", "shop/order.proto");
    }

    @Test
    void aFileIsReadFromTheRootThatHasIt() throws IOException {
        assertThat(both.read("shop/item.proto")).hasValue("item".getBytes(StandardCharsets.UTF_8));
        assertThat(both.owner("shop/order.proto").map(SchemaSource::describe))
                .hasValue(temporary.resolve("one").toString());
        assertThat(both.contains("shop/none.proto")).isFalse();
    }

    @Test
    void aPathInTwoRootsIsRefusedAndBothAreNamed() throws IOException {
        write("two/shop/order.proto", "another");
        assertThatThrownBy(both::list)
                .isInstanceOf(DuplicatePathException.class)
                .hasMessageContaining("shop/order.proto is in " + temporary.resolve("one"))
                .hasMessageContaining("and in " + temporary.resolve("two"));
    }

    @Test
    void whatIsNotSelectedIsNotThere() throws IOException {
        SchemaSource selected = new SelectedSource(both, path -> path.endsWith("item.proto"));
        assertThat(selected.list()).containsExactly("shop/item.proto");
        assertThat(selected.contains("shop/order.proto")).isFalse();
        assertThat(selected.read("shop/order.proto")).isEmpty();
        assertThat(selected.read("shop/item.proto")).isPresent();
    }
}
