package dev.sluice.cli;

import dev.sluice.schema.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A command that cannot go on, with what to tell the user; no stack trace is kept. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;
    private final transient List<String> lines;

    private CommandFailure(int exitStatus, List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.exitStatus = exitStatus;
        this.lines = lines;
    }

    /** Wrong arguments: says what, and where to read more. */
    static CommandFailure usage(String command, String message) {
        return new CommandFailure(
                ExitStatus.USAGE, List.of("sluice " + command + ": " + message, "Try: sluice " + command + " --help"));
    }

    /** Unreadable or wrong input. */
    static CommandFailure input(List<String> lines) {
        return new CommandFailure(ExitStatus.USAGE, List.copyOf(lines));
    }

    /** Schemas that have problems. */
    static CommandFailure unreadable(String command, String source, List<Problem> problems) {
        List<String> lines = new ArrayList<>(problems.size() + 1);
        for (Problem problem : problems) {
            lines.add(problem.toString());
        }
        lines.add("sluice " + command + ": " + source + " has "
                + (problems.size() == 1 ? "1 problem" : problems.size() + " problems"));
        return input(lines);
    }

    /** The baseline is not there. */
    static CommandFailure baseline(List<String> lines) {
        return new CommandFailure(ExitStatus.UNAVAILABLE, List.copyOf(lines));
    }

    /** A result cannot be written. */
    static CommandFailure unwritten(String line) {
        return new CommandFailure(ExitStatus.UNAVAILABLE, List.of(line));
    }

    int exitStatus() {
        return exitStatus;
    }

    List<String> lines() {
        return lines;
    }
}
