package dev.sluice.runtime.regex;

import java.util.Map;

/** Named sets of characters. */
final class UnicodeProperty {
    private static final Map<String, Integer> CATEGORIES = Map.ofEntries(
            Map.entry("Lu", (int) Character.UPPERCASE_LETTER),
            Map.entry("Ll", (int) Character.LOWERCASE_LETTER),
            Map.entry("Lt", (int) Character.TITLECASE_LETTER),
            Map.entry("Lm", (int) Character.MODIFIER_LETTER),
            Map.entry("Lo", (int) Character.OTHER_LETTER),
            Map.entry("Mn", (int) Character.NON_SPACING_MARK),
            Map.entry("Me", (int) Character.ENCLOSING_MARK),
            Map.entry("Mc", (int) Character.COMBINING_SPACING_MARK),
            Map.entry("Nd", (int) Character.DECIMAL_DIGIT_NUMBER),
            Map.entry("Nl", (int) Character.LETTER_NUMBER),
            Map.entry("No", (int) Character.OTHER_NUMBER),
            Map.entry("Zs", (int) Character.SPACE_SEPARATOR),
            Map.entry("Zl", (int) Character.LINE_SEPARATOR),
            Map.entry("Zp", (int) Character.PARAGRAPH_SEPARATOR),
            Map.entry("Cc", (int) Character.CONTROL),
            Map.entry("Cf", (int) Character.FORMAT),
            Map.entry("Co", (int) Character.PRIVATE_USE),
            Map.entry("Cs", (int) Character.SURROGATE),
            Map.entry("Pd", (int) Character.DASH_PUNCTUATION),
            Map.entry("Ps", (int) Character.START_PUNCTUATION),
            Map.entry("Pe", (int) Character.END_PUNCTUATION),
            Map.entry("Pc", (int) Character.CONNECTOR_PUNCTUATION),
            Map.entry("Po", (int) Character.OTHER_PUNCTUATION),
            Map.entry("Pi", (int) Character.INITIAL_QUOTE_PUNCTUATION),
            Map.entry("Pf", (int) Character.FINAL_QUOTE_PUNCTUATION),
            Map.entry("Sm", (int) Character.MATH_SYMBOL),
            Map.entry("Sc", (int) Character.CURRENCY_SYMBOL),
            Map.entry("Sk", (int) Character.MODIFIER_SYMBOL),
            Map.entry("So", (int) Character.OTHER_SYMBOL));

    private UnicodeProperty() {}

    /**
     * A general category, of one letter or two, or a script by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static CharSet of(String name) {
        if (name.equals("Any")) {
            return CharSet.ALL;
        }
        if (CATEGORIES.keySet().stream().anyMatch(category -> category.startsWith(name))) {
            long wanted = 0;
            for (Map.Entry<String, Integer> category : CATEGORIES.entrySet()) {
                wanted |= category.getKey().startsWith(name) ? 1L << category.getValue() : 0;
            }
            long types = wanted;
            return CharSet.matching(c -> (types >>> Character.getType(c) & 1) != 0);
        }
        Character.UnicodeScript script = Character.UnicodeScript.forName(name);
        return CharSet.matching(c -> Character.UnicodeScript.of(c) == script);
    }

    /**
     * A class such as {@code alnum}, of ASCII characters.
     *
     * @throws IllegalArgumentException if there is none
     */
    static CharSet posix(String name) {
        return switch (name) {
            case "alnum" -> CharSet.of('0', '9', 'A', 'Z', 'a', 'z');
            case "alpha" -> CharSet.of('A', 'Z', 'a', 'z');
            case "ascii" -> CharSet.of(0, 127);
            case "blank" -> CharSet.of('\t', '\t', ' ', ' ');
            case "cntrl" -> CharSet.of(0, 31, 127, 127);
            case "digit" -> CharSet.DIGIT;
            case "graph" -> CharSet.of('!', '~');
            case "lower" -> CharSet.of('a', 'z');
            case "print" -> CharSet.of(' ', '~');
            case "punct" -> CharSet.of('!', '/', ':', '@', '[', '`', '{', '~');
            case "space" -> CharSet.of('\t', '\r', ' ', ' ');
            case "upper" -> CharSet.of('A', 'Z');
            case "word" -> CharSet.WORD;
            case "xdigit" -> CharSet.of('0', '9', 'A', 'F', 'a', 'f');
            default -> throw new IllegalArgumentException(name);
        };
    }
}
