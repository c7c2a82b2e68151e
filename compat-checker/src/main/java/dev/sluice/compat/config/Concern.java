package dev.sluice.compat.config;

/** What a configuration file is read for. What concerns the other is taken without looking inside. */
public enum Concern {
    /** Changes of schemas: {@code breaking}. */
    CHANGES,
    /** How schemas are written: {@code lint}. */
    LINT
}
