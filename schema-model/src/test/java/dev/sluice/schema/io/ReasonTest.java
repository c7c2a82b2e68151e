package dev.sluice.schema.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {
    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("a"), "permission denied"),
                Arguments.of(new NoSuchFileException("a"), "there is no a"),
                Arguments.of(new FileAlreadyExistsException("a"), "a is there already"),
                Arguments.of(new FileSystemException("a", null, "File name too long"), "File name too long"),
                Arguments.of(new MalformedInputException(1), "it is not UTF-8 text"),
                Arguments.of(new IOException("no more"), "no more"),
                Arguments.of(new IOException(), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonIsForAPerson(IOException failure, String reason) {
        assertThat(Reason.of(failure)).isEqualTo(reason);
    }
}
