package dev.sluice.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
    @Test
    void aCommandIsSplitAtWhiteSpaceOutsideQuotes() {
        assertThat(CommandWords.of("java -cp 'a b' \"c d\"e ''")).containsExactly("java", "-cp", "a b", "c de", "");
        assertThat(CommandWords.of("C:\\tools\\worker.exe -v")).containsExactly("C:\\tools\\worker.exe", "-v");
    }

    @Test
    void whatNamesNoProgramIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandWords.of("a 'b"))
                .withMessage("has a quote that does not end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandWords.of("  "))
                .withMessage("names no program");
    }
}
