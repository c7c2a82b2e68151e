package dev.sluice.cli;

import java.io.IOException;
import java.util.List;

/** One command of the command line. */
interface Command {

    /**
     * Runs the command.
     *
     * @param arguments what follows the command's name
     * @return the exit status
     * @throws CommandFailure if the command cannot go on
     * @throws IOException if a result cannot be written
     */
    int run(List<String> arguments, Console console) throws CommandFailure, IOException;
}
