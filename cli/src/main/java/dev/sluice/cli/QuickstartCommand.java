package dev.sluice.cli;

import java.util.List;

/** {@code sluice quickstart}, which the launcher of a checkout runs; anywhere else there is nothing to build. */
final class QuickstartCommand implements Command {
    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        throw CommandFailure.usage("quickstart", "it runs in a checkout of Sluice, as ./sluice quickstart");
    }
}
