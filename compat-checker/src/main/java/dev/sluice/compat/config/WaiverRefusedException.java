package dev.sluice.compat.config;

import dev.sluice.schema.problem.Problem;
import java.util.List;

/** Says why a waiver is not added: what somebody gave for it is wrong, or the file is. Nothing was changed. */
public final class WaiverRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Part {
        /** The fingerprint of the finding. */
        FINGERPRINT,
        /** Why it passes. */
        REASON,
        /** Who answers for it. */
        OWNER,
        /** Its last day. */
        EXPIRES,
        /** The name of the file. */
        FILE,
        /** What is in the file, or beside it. */
        CONTENT
    }

    private final Part part;
    private final transient List<Problem> problems;

    WaiverRefusedException(Part part, String message) {
        super(message);
        this.part = part;
        this.problems = List.of();
    }

    WaiverRefusedException(List<Problem> problems) {
        super("nothing was changed");
        this.part = Part.CONTENT;
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. The message goes on from its name, as in {@code "2027-02-30" is no day of the calendar}. */
    public Part part() {
        return part;
    }

    /** What is wrong in the file, with positions; empty where the message says it all. */
    public List<Problem> problems() {
        return problems;
    }
}
