package dev.sluice.compat.explain;

import java.util.Optional;

/** How sure it is that a change breaks a peer. */
public enum Impact {
    /** Some peer breaks. */
    BREAKS("breaks"),
    /** It depends on the change or on what the peers do. */
    MAY_BREAK("may break"),
    /** No peer notices. */
    SAFE("safe");

    private final String word;

    Impact(String word) {
        this.word = word;
    }

    /** The words in documentation. */
    public String word() {
        return word;
    }

    static Optional<Impact> of(String word) {
        for (Impact impact : values()) {
            if (impact.word.equals(word)) {
                return Optional.of(impact);
            }
        }
        return Optional.empty();
    }
}
