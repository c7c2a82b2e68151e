package dev.sluice.schema.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All of googleapis, a year apart: every descriptor equals protoc's, positions and comments included. */
class GoogleapisOracleTest {
    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void everyDescriptorEqualsProtocs(String side) throws IOException, InterruptedException {
        Path root = Corpora.unpacked("googleapis").resolve(side);
        List<String> files = new FolderSource(root).list();
        Protoc.Answer answer = new Protoc().compile(List.of(root), files, scratch);
        assertThat(answer.accepted()).as(answer.complaint()).isTrue();

        ReadResult result = new SchemaReader(List.of()).read(root);

        assertThat(result).isInstanceOf(ReadResult.Read.class);
        SchemaSet ours = ((ReadResult.Read) result).set();
        assertThat(ours.requestedFiles()).hasSameSizeAs(files);
        assertThat(DescriptorComparison.differences(answer.set(), ours, new DescriptorContent(true, true)))
                .isEmpty();
    }
}
