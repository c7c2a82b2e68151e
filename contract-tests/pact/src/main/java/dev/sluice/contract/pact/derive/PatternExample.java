package dev.sluice.contract.pact.derive;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds a short text that a regular expression matches. Reads literals, classes, groups, alternatives and quantifiers, takes the
 * first alternative and the least count, and checks the outcome; what it cannot read has no example.
 */
final class PatternExample {
    private static final String PREFERRED = "a1A0-_. /:@";
    private static final int MOST = 10_000;

    private final String pattern;
    private int at;

    private PatternExample(String pattern) {
        this.pattern = pattern;
    }

    /** A text in which the expression is found, as buf.validate's string.pattern demands. */
    static Optional<String> of(String pattern) {
        try {
            PatternExample reader = new PatternExample(pattern);
            String text = reader.alternatives();
            return reader.at == pattern.length()
                            && Pattern.compile(pattern).matcher(text).find()
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (PatternSyntaxException | UnreadableException unreadable) {
            return Optional.empty();
        }
    }

    /** Something in the expression that is not read here. */
    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private String alternatives() {
        String first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            String atom = atom();
            text.append(atom.repeat(count()));
            if (text.length() > MOST) {
                throw new UnreadableException();
            }
        }
        return text.toString();
    }

    private String atom() {
        char c = next();
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "a";
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw new UnreadableException();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (at < pattern.length() && pattern.charAt(at) == '?') {
            throw new UnreadableException();
        }
        String text = alternatives();
        if (next() != ')') {
            throw new UnreadableException();
        }
        return text;
    }

    /** A member of the class, a familiar one if there is one. */
    private String characterClass() {
        int start = at - 1;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        if (at < pattern.length() && pattern.charAt(at) == ']') {
            at++;
        }
        while (next() != ']') {
            if (pattern.charAt(at - 1) == '\\') {
                next();
            } else if (pattern.startsWith("[:", at - 1)) {
                throw new UnreadableException();
            }
        }
        return member(pattern.substring(start, at));
    }

    private String escape() {
        char c = next();
        return switch (c) {
            case 'd', 'D', 's', 'S', 'w', 'W' -> member("\\" + c);
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b', 'A', 'z', 'Z' -> "";
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnreadableException();
                }
                yield String.valueOf(c);
            }
        };
    }

    private static String member(String set) {
        Pattern members = Pattern.compile(set);
        for (int i = 0; i < PREFERRED.length() + 128; i++) {
            char c = i < PREFERRED.length() ? PREFERRED.charAt(i) : (char) (i - PREFERRED.length());
            if (members.matcher(String.valueOf(c)).matches()) {
                return String.valueOf(c);
            }
        }
        throw new UnreadableException();
    }

    /** How often to repeat what came before: the least count, but once where that is 0. */
    private int count() {
        if (at >= pattern.length()) {
            return 1;
        }
        int count = 1;
        switch (pattern.charAt(at)) {
            case '*', '+', '?' -> at++;
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds =
                        end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
                if (bounds.length == 0 || !bounds[0].matches("[0-9]{1,4}")) {
                    throw new UnreadableException();
                }
                count = Integer.parseInt(bounds[0]);
                count = count == 0 && !bounds[bounds.length - 1].equals("0") ? 1 : count;
                at = end + 1;
            }
            default -> {
                return 1;
            }
        }
        if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        return count;
    }

    private char next() {
        if (at >= pattern.length()) {
            throw new UnreadableException();
        }
        return pattern.charAt(at++);
    }
}
