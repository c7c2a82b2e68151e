package dev.sluice.cli;

import dev.sluice.compat.input.BadAddressException;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideOpener;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens both sides of a check, and tells the user where one is not to be had. */
final class CheckSides {
    private final String command;
    private final SideOpener opener;

    CheckSides(String command, SideOpener opener) {
        this.command = command;
        this.opener = opener;
    }

    /** Opens the new side, which is wrong input where it is not there. */
    CheckSide openNew(String now, String old) throws CommandFailure {
        try {
            return opener.openNew(now, old);
        } catch (BadAddressException e) {
            throw CommandFailure.usage(command, String.valueOf(e.getMessage()));
        } catch (SourceUnavailableException e) {
            throw CommandFailure.input(lines("", e));
        } catch (IOException e) {
            throw unreadable(now, e);
        }
    }

    /** Opens the old side, which is unavailable where it is not there. */
    CheckSide openOld(String old, String now) throws CommandFailure {
        try {
            return opener.openOld(old, now);
        } catch (BadAddressException e) {
            throw CommandFailure.usage(command, String.valueOf(e.getMessage()));
        } catch (SourceUnavailableException e) {
            throw CommandFailure.baseline(lines("no baseline: ", e));
        } catch (IOException e) {
            throw unreadable(old, e);
        }
    }

    private CommandFailure unreadable(String argument, IOException e) {
        return CommandFailure.input(lines("cannot read " + argument + ": ", e));
    }

    private List<String> lines(String what, IOException e) {
        List<String> lines = new ArrayList<>(Reason.of(e).lines().toList());
        lines.set(0, "sluice " + command + ": " + what + lines.get(0));
        return lines;
    }
}
