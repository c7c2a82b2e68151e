package dev.sluice.runtime.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads regular expressions (github.com/google/re2/wiki/Syntax). Which of several matches is found is of no interest. */
final class RegexParser {
    private static final int MAX_REPEAT = 1000;
    private static final int MAX_DEPTH = 250;

    private final String pattern;
    private int at;
    private int depth;
    private boolean ignoresCase;
    private boolean multiLine;
    private boolean dotMatchesNewline;

    private RegexParser(String pattern) {
        this.pattern = pattern;
    }

    static Node parse(String pattern) throws RegexSyntaxException {
        RegexParser parser = new RegexParser(pattern);
        Node node = parser.choice();
        if (parser.at < pattern.length()) {
            throw parser.problem("there is an unmatched )");
        }
        return node;
    }

    private RegexSyntaxException problem(String what) {
        return new RegexSyntaxException(what + " at character " + (at + 1));
    }

    private boolean hasMore() {
        return at < pattern.length();
    }

    private boolean take(String token) {
        if (pattern.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private int next() throws RegexSyntaxException {
        if (!hasMore()) {
            throw problem("something is missing");
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private Node choice() throws RegexSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw problem("it nests more than " + MAX_DEPTH + " deep");
        }
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (take("|"));
        depth--;
        return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
    }

    private Node sequence() throws RegexSyntaxException {
        List<Node> parts = new ArrayList<>();
        while (hasMore() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            if (take("\\Q")) {
                int end = pattern.indexOf("\\E", at);
                String literal = pattern.substring(at, end < 0 ? pattern.length() : end);
                literal.codePoints().forEach(c -> parts.add(literal(c)));
                at = end < 0 ? pattern.length() : end + 2;
            } else if (pattern.startsWith("(?", at) && isFlags()) {
                flags();
            } else {
                parts.add(repeated(atom()));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private Node repeated(Node atom) throws RegexSyntaxException {
        Node node = atom;
        boolean any = false;
        while (hasMore()) {
            int from = at;
            Node repeat;
            if (take("*")) {
                repeat = new Node.Repeat(node, 0, -1);
            } else if (take("+")) {
                repeat = new Node.Repeat(node, 1, -1);
            } else if (take("?")) {
                repeat = new Node.Repeat(node, 0, 1);
            } else if (pattern.charAt(at) == '{') {
                Node counted = counted(node);
                if (counted == null) {
                    at = from;
                    return node;
                }
                repeat = counted;
            } else {
                return node;
            }
            if (any) {
                throw problem("a repetition is repeated");
            }
            take("?");
            any = true;
            node = repeat;
        }
        return node;
    }

    private Node.@org.jspecify.annotations.Nullable Repeat counted(Node of) throws RegexSyntaxException {
        at++;
        int min = number();
        int max = min;
        if (min >= 0 && take(",")) {
            max = hasMore() && pattern.charAt(at) == '}' ? -1 : number();
            if (max == -2) {
                return null;
            }
        }
        if (min < 0 || !take("}")) {
            return null;
        }
        if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && min > max)) {
            throw problem("a repetition count is out of range");
        }
        return new Node.Repeat(of, min, max);
    }

    /** A number, or -2. */
    private int number() {
        int from = at;
        while (hasMore() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9' && at - from < 9) {
            at++;
        }
        return from == at ? -2 : Integer.parseInt(pattern.substring(from, at));
    }

    private Node atom() throws RegexSyntaxException {
        int c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Node.Chars(new ClassParser().parse());
            case '.' -> new Node.Chars(dotMatchesNewline ? CharSet.ALL : CharSet.NEWLINE.not());
            case '^' -> new Node.Place(multiLine ? Node.Kind.LINE_START : Node.Kind.TEXT_START);
            case '$' -> new Node.Place(multiLine ? Node.Kind.LINE_END : Node.Kind.TEXT_END);
            case '\\' -> escape();
            case '*', '+', '?' -> throw problem("there is nothing to repeat");
            default -> literal(c);
        };
    }

    private Node literal(int c) {
        CharSet one = CharSet.of(c, c);
        return new Node.Chars(ignoresCase ? one.ignoringCase() : one);
    }

    private Node group() throws RegexSyntaxException {
        boolean outerCase = ignoresCase;
        boolean outerLines = multiLine;
        boolean outerDot = dotMatchesNewline;
        if (take("?")) {
            if (take("P<") || take("<")) {
                int end = pattern.indexOf('>', at);
                if (end <= at || !pattern.substring(at, end).matches("\\w+")) {
                    throw problem("a group's name is malformed");
                }
                at = end + 1;
            } else {
                setFlags();
                if (!take(":")) {
                    throw problem("a group is malformed");
                }
            }
        }
        Node inner = choice();
        if (!take(")")) {
            throw problem("a ) is missing");
        }
        ignoresCase = outerCase;
        multiLine = outerLines;
        dotMatchesNewline = outerDot;
        return inner;
    }

    private boolean isFlags() {
        int end = at + 2;
        while (end < pattern.length() && "imsU-".indexOf(pattern.charAt(end)) >= 0) {
            end++;
        }
        return end > at + 2 && end < pattern.length() && pattern.charAt(end) == ')';
    }

    private void flags() {
        at += 2;
        setFlags();
        at++;
    }

    private void setFlags() {
        boolean on = true;
        while (hasMore() && "imsU-".indexOf(pattern.charAt(at)) >= 0) {
            switch (pattern.charAt(at++)) {
                case '-' -> on = false;
                case 'i' -> ignoresCase = on;
                case 'm' -> multiLine = on;
                case 's' -> dotMatchesNewline = on;
                default -> {}
            }
        }
    }

    private Node escape() throws RegexSyntaxException {
        if (take("A")) {
            return new Node.Place(Node.Kind.TEXT_START);
        }
        if (take("z")) {
            return new Node.Place(Node.Kind.TEXT_END);
        }
        if (take("b")) {
            return new Node.Place(Node.Kind.WORD_BOUNDARY);
        }
        if (take("B")) {
            return new Node.Place(Node.Kind.NO_WORD_BOUNDARY);
        }
        CharSet set = escapedSet();
        if (set != null) {
            return new Node.Chars(ignoresCase ? set.ignoringCase() : set);
        }
        return literal(escapedChar());
    }

    /** The set that an escape names, or null where it is one character; the backslash has been read. */
    private @org.jspecify.annotations.Nullable CharSet escapedSet() throws RegexSyntaxException {
        if (!hasMore()) {
            throw problem("a backslash ends the pattern");
        }
        char c = pattern.charAt(at);
        CharSet set = switch (Character.toLowerCase(c)) {
            case 'd' -> CharSet.DIGIT;
            case 's' -> CharSet.SPACE;
            case 'w' -> CharSet.WORD;
            case 'p' -> {
                at++;
                yield property(c == 'P');
            }
            default -> null;
        };
        if (set == null || c == 'p' || c == 'P') {
            return set;
        }
        at++;
        return Character.isUpperCase(c) ? set.not() : set;
    }

    private CharSet property(boolean negated) throws RegexSyntaxException {
        String name;
        if (take("{")) {
            int end = pattern.indexOf('}', at);
            if (end < 0) {
                throw problem("a } is missing");
            }
            name = pattern.substring(at, end);
            at = end + 1;
        } else {
            name = Character.toString(next());
        }
        boolean not = negated ^ name.startsWith("^");
        try {
            CharSet set = UnicodeProperty.of(name.startsWith("^") ? name.substring(1) : name);
            return not ? set.not() : set;
        } catch (IllegalArgumentException e) {
            throw problem("there is no property " + name);
        }
    }

    private int escapedChar() throws RegexSyntaxException {
        int c = next();
        switch (c) {
            case 'a' -> c = 7;
            case 'f' -> c = '\f';
            case 't' -> c = '\t';
            case 'n' -> c = '\n';
            case 'r' -> c = '\r';
            case 'v' -> c = 11;
            case 'x' -> c = hexadecimal();
            default -> {
                if (c >= '0' && c <= '7') {
                    return octal(c);
                }
                boolean word = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
                if (word || c >= 128) {
                    throw problem("there is no such escape");
                }
            }
        }
        return c;
    }

    private int octal(int first) throws RegexSyntaxException {
        if (first != '0' && (!hasMore() || pattern.charAt(at) < '0' || pattern.charAt(at) > '7')) {
            throw problem("there are no backreferences");
        }
        int value = first - '0';
        for (int i = 0; i < 2 && hasMore() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '7'; i++) {
            value = value * 8 + pattern.charAt(at++) - '0';
        }
        return value;
    }

    private int hexadecimal() throws RegexSyntaxException {
        String digits;
        if (take("{")) {
            int end = pattern.indexOf('}', at);
            digits = end < 0 ? "" : pattern.substring(at, end);
            at = end < 0 ? at : end + 1;
        } else {
            digits = pattern.substring(at, Math.min(pattern.length(), at + 2));
            at += digits.length();
        }
        if (!digits.toLowerCase(Locale.ROOT).matches("[0-9a-f]{1,8}")
                || Long.parseLong(digits, 16) > Character.MAX_CODE_POINT) {
            throw problem("a character's number is malformed");
        }
        return Integer.parseInt(digits, 16);
    }

    /** Reads what stands in square brackets. */
    private final class ClassParser {
        private CharSet set = CharSet.of();

        CharSet parse() throws RegexSyntaxException {
            boolean negated = take("^");
            boolean first = true;
            while (first || !hasMore() || pattern.charAt(at) != ']') {
                first = false;
                if (!hasMore()) {
                    throw problem("a ] is missing");
                }
                add();
            }
            at++;
            CharSet whole = ignoresCase ? set.ignoringCase() : set;
            return negated ? whole.not() : whole;
        }

        private void add() throws RegexSyntaxException {
            if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                int end = pattern.indexOf(":]", at);
                String name = pattern.substring(at + 2, end);
                at = end + 2;
                try {
                    CharSet named = UnicodeProperty.posix(name.startsWith("^") ? name.substring(1) : name);
                    set = set.or(name.startsWith("^") ? named.not() : named);
                } catch (IllegalArgumentException e) {
                    throw problem("there is no class " + name);
                }
                return;
            }
            int low;
            if (take("\\")) {
                CharSet named = escapedSet();
                if (named != null) {
                    set = set.or(named);
                    return;
                }
                low = escapedChar();
            } else {
                low = next();
            }
            int high = low;
            if (pattern.startsWith("-", at) && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']') {
                at++;
                high = take("\\") ? escapedChar() : next();
            }
            if (high < low) {
                throw problem("a range is reversed");
            }
            set = set.or(CharSet.of(low, high));
        }
    }
}
