package dev.sluice.compat.finding;

/** What a check is about. What a configuration says of the other is taken without looking inside. */
public enum Concern {
    /** Changes of schemas: {@code breaking}. */
    CHANGES("breaking change", "sluice check"),
    /** How schemas are written: {@code lint}. */
    LINT("lint finding", "sluice lint");

    private final String noun;
    private final String command;

    Concern(String noun, String command) {
        this.noun = noun;
        this.command = command;
    }

    /** What reports call one finding. */
    public String noun() {
        return noun;
    }

    /** The command that does such checks. */
    public String command() {
        return command;
    }
}
