package dev.sluice.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathPatternsTest {
    @Test
    void everyFileIsMeantWhereNoPatternIsGiven() {
        assertThat(new PathPatterns(List.of(), List.of())).accepts("shop/v1/order.proto", "a.proto");
    }

    @Test
    void patternsReachThroughFolders() {
        PathPatterns patterns = new PathPatterns(List.of("shop/**", "**/item.proto"), List.of("**/internal/**"));
        assertThat(patterns).accepts("shop/v1/order.proto", "item.proto", "a/b/item.proto");
        assertThat(patterns).rejects("bank/v1/money.proto", "shop/internal/order.proto");
    }
}
