package dev.sluice.cli;

/** The exit statuses of the command. */
final class ExitStatus {
    /** Done, and nothing found. */
    static final int CLEAN = 0;
    /** Done, and something found: a breaking change, a broken rule. */
    static final int FINDINGS = 1;
    /** Not done: wrong usage or configuration, or schemas that cannot be read. */
    static final int USAGE = 2;
    /** Not done: the baseline is unavailable, or an error of Sluice itself. */
    static final int UNAVAILABLE = 3;

    private ExitStatus() {}
}
