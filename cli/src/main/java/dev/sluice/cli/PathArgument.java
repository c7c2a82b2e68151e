package dev.sluice.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Arguments that name files. */
final class PathArgument {
    private PathArgument() {}

    /** The path that an argument of a command names. */
    static Path of(String command, String argument) throws CommandFailure {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw CommandFailure.usage(command, "\"" + argument + "\" is no path: " + e.getReason());
        }
    }
}
