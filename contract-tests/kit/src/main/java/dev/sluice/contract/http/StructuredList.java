package dev.sluice.contract.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a field of the type List (RFC 9651, 4.2.1) whose members are items; inner lists, byte sequences and dates are not read. */
public final class StructuredList {
    /**
     * One member.
     *
     * @param value its bare item: a {@code String}, {@code BigDecimal} or {@code Boolean}; tokens are strings too
     * @param parameters its parameters, in order
     */
    public record Member(Object value, Map<String, Object> parameters) {
        /** A whole number among the parameters. */
        public Optional<Long> whole(String name) {
            return Optional.ofNullable(parameters.get(name))
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .filter(number -> number.scale() <= 0)
                    .map(BigDecimal::longValueExact);
        }
    }

    private final String text;
    private int at;

    private StructuredList(String text) {
        this.text = text;
    }

    /** The members of a field value; empty where it is no such list. */
    public static Optional<List<Member>> read(String value) {
        StructuredList reader = new StructuredList(value.strip());
        try {
            return Optional.of(reader.members());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        while (at < text.length()) {
            Object value = bareItem();
            members.add(new Member(value, parameters()));
            space();
            if (at < text.length()) {
                take(',');
                space();
                if (at == text.length()) {
                    throw malformed();
                }
            }
        }
        return members;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (peek() == ';') {
            at++;
            while (peek() == ' ') {
                at++;
            }
            String key = run("[a-z*][a-z0-9_.*-]*");
            Object value = true;
            if (peek() == '=') {
                at++;
                value = bareItem();
            }
            parameters.put(key, value);
        }
        return parameters;
    }

    private Object bareItem() {
        char c = peek();
        if (c == '"') {
            return string();
        }
        if (c == '?') {
            return run("\\?[01]").equals("?1");
        }
        if (c == '-' || Character.isDigit(c)) {
            String number = run("-?[0-9]{1,15}(\\.[0-9]{1,3})?");
            if (number.indexOf('.') > 13) {
                throw malformed();
            }
            return new BigDecimal(number);
        }
        return run("[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*");
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        take('"');
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
                if (peek() != '"' && peek() != '\\') {
                    throw malformed();
                }
            }
            if (peek() < ' ' || peek() > '~') {
                throw malformed();
            }
            out.append(peek());
            at++;
        }
        take('"');
        return out.toString();
    }

    private String run(String pattern) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile(pattern).matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw malformed();
        }
        at = matcher.end();
        return matcher.group();
    }

    private void space() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private void take(char c) {
        if (peek() != c) {
            throw malformed();
        }
        at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("no list of items");
    }
}
