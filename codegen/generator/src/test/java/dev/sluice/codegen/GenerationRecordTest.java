package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationRecordTest {
    private static final List<GeneratedFile> OUTPUTS = List.of(
            new GeneratedFile("shop/Order.java", "class Order {}\n"), new GeneratedFile("A.java", "class A {}\n"));

    @TempDir
    private Path folder;

    private GenerationRecord record;

    @BeforeEach
    void generate() throws IOException {
        record = new GenerationRecord(folder);
        new OutputFolder(folder).write(OUTPUTS);
        record.write("inputs", OUTPUTS);
    }

    @Test
    void whatIsAsItWasLeftIsCurrent() throws IOException {
        assertThat(record.current("inputs")).hasValue(2);
    }

    @Test
    void otherInputsAreNotCurrent() throws IOException {
        assertThat(record.current("others")).isEmpty();
    }

    @Test
    void aDeletedOutputIsNotCurrent() throws IOException {
        Files.delete(folder.resolve("A.java"));
        assertThat(record.current("inputs")).isEmpty();
    }

    @Test
    void aChangedOutputIsNotCurrent() throws IOException {
        Files.writeString(folder.resolve("A.java"), "class B {}\n");
        assertThat(record.current("inputs")).isEmpty();
    }

    @Test
    void aClearedOrDamagedRecordIsNotCurrent() throws IOException {
        Files.writeString(folder.resolve(GenerationRecord.FILE), "inputs\nnonsense\n");
        assertThat(record.current("inputs")).isEmpty();
        Files.writeString(folder.resolve(GenerationRecord.FILE), "inputs\n0 ../../etc/passwd\n");
        assertThat(record.current("inputs")).isEmpty();
        record.clear();
        assertThat(record.current("inputs")).isEmpty();
    }

    @Test
    void partsAreTakenInOneByOne() {
        assertThat(new InputDigest().add("ab").add("c").hex())
                .isNotEqualTo(new InputDigest().add("a").add("bc").hex());
    }
}
