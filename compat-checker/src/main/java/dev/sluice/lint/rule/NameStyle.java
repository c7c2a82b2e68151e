package dev.sluice.lint.rule;

import java.util.Locale;

/**
 * How the words of a name are put together. Words end at delimiters and before capital letters; digits start no word, so
 * that both {@code line_2} and {@code line2} are right.
 */
enum NameStyle {
    PASCAL_CASE("PascalCase"),
    LOWER_SNAKE_CASE("lower_snake_case"),
    UPPER_SNAKE_CASE("UPPER_SNAKE_CASE");

    private final String title;

    NameStyle(String title) {
        this.title = title;
    }

    /** What people call the style. */
    String title() {
        return title;
    }

    /** The name in this style: the same where it already is. */
    String apply(String name) {
        return switch (this) {
            case PASCAL_CASE -> pascal(name);
            case LOWER_SNAKE_CASE -> snake(name).toLowerCase(Locale.ROOT);
            case UPPER_SNAKE_CASE -> snake(name).toUpperCase(Locale.ROOT);
        };
    }

    private static String pascal(String name) {
        StringBuilder styled = new StringBuilder(name.length());
        boolean starts = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' || c == '-' || c == '.' || c == ' ') {
                starts = true;
            } else {
                styled.append(starts || Character.isUpperCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c));
                starts = false;
            }
        }
        return styled.toString();
    }

    private static String snake(String name) {
        String trimmed = trim(name);
        StringBuilder styled = new StringBuilder(trimmed.length() + 8);
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            boolean afterBreak = i > 0 && styled.charAt(styled.length() - 1) == '_';
            if (isDelimiter(c)) {
                if (!afterBreak) {
                    styled.append('_');
                }
            } else {
                if (i > 0 && !afterBreak && Character.isUpperCase(c) && startsWord(trimmed, i)) {
                    styled.append('_');
                }
                styled.append(c);
            }
        }
        return styled.toString();
    }

    /** Whether a capital letter starts a word: it comes after a small letter, or one comes after it. */
    private static boolean startsWord(String name, int i) {
        if (Character.isLowerCase(name.charAt(i - 1))) {
            return true;
        }
        if (i + 1 == name.length()) {
            return false;
        }
        char next = name.charAt(i + 1);
        return !Character.isUpperCase(next) && !Character.isDigit(next) && !isDelimiter(next);
    }

    private static String trim(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isDelimiter(name.charAt(start))) {
            start++;
        }
        while (end > start && isDelimiter(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDelimiter(char c) {
        return c == '.' || c == '-' || c == '_' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
