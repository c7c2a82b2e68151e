package dev.sluice.schema.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One random change of one or two tokens of a schema. */
final class TokenMutation {
    private static final Pattern TOKEN =
            Pattern.compile("//[^\n]*|/\\*.*?\\*/|\"[^\"\n]*\"|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|\\s+|.", Pattern.DOTALL);
    private static final String[] NUMBERS = {"0", "1", "2", "19000", "536870912", "-1", "2147483648"};

    private TokenMutation() {}

    static String of(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        List<Integer> meaningful = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String token = matcher.group();
            if (!token.isBlank() && !token.startsWith("//") && !token.startsWith("/*")) {
                meaningful.add(tokens.size());
            }
            tokens.add(token);
        }
        if (meaningful.isEmpty()) {
            return text;
        }
        int at = meaningful.get(random.nextInt(meaningful.size()));
        int other = meaningful.get(random.nextInt(meaningful.size()));
        String token = tokens.get(at);
        switch (random.nextInt(5)) {
            case 0 -> tokens.set(at, "");
            case 1 -> tokens.set(at, token + " " + token);
            case 2 -> {
                tokens.set(at, tokens.get(other));
                tokens.set(other, token);
            }
            case 3 -> tokens.set(at, tokens.get(other));
            default ->
                tokens.set(at, token.matches("[0-9]+") ? NUMBERS[random.nextInt(NUMBERS.length)] : tokens.get(other));
        }
        return String.join("", tokens);
    }
}
