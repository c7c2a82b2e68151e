package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of one command: words, and options with or without a value ({@code --name value} or {@code
 * --name=value}, the one way to give a value that starts with {@code --}). What the command does not ask for is an
 * error. After {@code --} everything is a word.
 */
final class Arguments {
    private final String command;
    private final List<String> rest;
    private final List<String> known = new ArrayList<>();

    Arguments(String command, List<String> arguments) {
        this.command = command;
        this.rest = new ArrayList<>(arguments);
    }

    /** Whether an option without a value is there. */
    boolean flag(String name) {
        known.add(name);
        boolean found = false;
        int end = endOfOptions();
        for (int i = end - 1; i >= 0; i--) {
            if (rest.get(i).equals(name)) {
                rest.remove(i);
                found = true;
            }
        }
        return found;
    }

    /** The values of an option, in order. */
    List<String> values(String name) throws CommandFailure {
        known.add(name);
        List<String> values = new ArrayList<>();
        int i = 0;
        while (i < endOfOptions()) {
            String argument = rest.get(i);
            if (argument.startsWith(name + "=")) {
                values.add(present(name, argument.substring(name.length() + 1)));
                rest.remove(i);
            } else if (argument.equals(name)) {
                if (i + 1 >= rest.size() || rest.get(i + 1).startsWith("--")) {
                    throw CommandFailure.usage(command, name + " wants a value");
                }
                values.add(present(name, rest.get(i + 1)));
                rest.remove(i + 1);
                rest.remove(i);
            } else {
                i++;
            }
        }
        return values;
    }

    /** A value that is there: an empty one is a variable that nobody set. */
    private String present(String name, String value) throws CommandFailure {
        if (value.isEmpty()) {
            throw CommandFailure.usage(command, name + " has an empty value");
        }
        return value;
    }

    /** The value of an option that may be given once. */
    Optional<String> value(String name) throws CommandFailure {
        List<String> values = values(name);
        if (values.size() > 1) {
            throw CommandFailure.usage(command, name + " is given " + values.size() + " times");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The words, once every option has been asked for. */
    List<String> words(int least, int most, String what) throws CommandFailure {
        List<String> words = new ArrayList<>();
        boolean optionsEnded = false;
        for (String argument : rest) {
            if (!optionsEnded && argument.equals("--")) {
                optionsEnded = true;
            } else if (!optionsEnded && argument.length() > 1 && argument.startsWith("-")) {
                throw CommandFailure.usage(command, unknownOption(argument));
            } else if (argument.isEmpty()) {
                throw CommandFailure.usage(command, "an argument is empty");
            } else {
                words.add(argument);
            }
        }
        if (words.size() < least) {
            throw CommandFailure.usage(command, what + " is missing");
        }
        if (words.size() > most) {
            throw CommandFailure.usage(command, "\"" + words.get(most) + "\" is one argument too many");
        }
        return words;
    }

    private String unknownOption(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (known.contains(name)) {
            return name + " takes no value";
        }
        return "unknown option " + name + Nearest.hint(name, known);
    }

    private int endOfOptions() {
        int separator = rest.indexOf("--");
        return separator < 0 ? rest.size() : separator;
    }
}
