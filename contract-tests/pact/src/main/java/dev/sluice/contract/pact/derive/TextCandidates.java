package dev.sluice.contract.pact.derive;

import dev.sluice.contract.pact.schema.Constraints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strings that are likely to satisfy constraints, the likeliest first. */
final class TextCandidates {
    private static final Map<String, String> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put("email", "user@example.com");
        FORMS.put("hostname", "host.example.com");
        FORMS.put("ip", "192.0.2.1");
        FORMS.put("ipv4", "192.0.2.1");
        FORMS.put("ipv6", "2001:db8::1");
        FORMS.put("uri", "https://example.com/path");
        FORMS.put("uri_ref", "/path");
        FORMS.put("address", "host.example.com");
        FORMS.put("uuid", "123e4567-e89b-42d3-a456-426614174000");
        FORMS.put("tuuid", "123e4567e89b42d3a456426614174000");
        FORMS.put("ulid", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        FORMS.put("host_and_port", "host.example.com:8080");
        FORMS.put("ip_with_prefixlen", "192.0.2.1/24");
        FORMS.put("ipv4_with_prefixlen", "192.0.2.1/24");
        FORMS.put("ipv6_with_prefixlen", "2001:db8::1/64");
        FORMS.put("ip_prefix", "192.0.2.0/24");
        FORMS.put("ipv4_prefix", "192.0.2.0/24");
        FORMS.put("ipv6_prefix", "2001:db8::/64");
        FORMS.put("protobuf_fqn", "shop.v1.Order");
        FORMS.put("protobuf_dot_fqn", ".shop.v1.Order");
    }

    private TextCandidates() {}

    static List<String> of(Constraints constraints) {
        List<String> found = new ArrayList<>();
        constraints.rule("const").ifPresent(value -> found.add(value.toString()));
        constraints.rules("in").forEach(value -> found.add(value.toString()));
        constraints.rules("example").forEach(value -> found.add(value.toString()));
        FORMS.forEach((form, example) -> {
            if (constraints.holds(form)) {
                found.add(example);
            }
        });
        constraints
                .rule("pattern")
                .flatMap(pattern -> PatternExample.of(pattern.toString()))
                .ifPresent(text -> {
                    found.add(text);
                    found.add(stretched(text, constraints));
                });
        if (constraints.rule("well_known_regex").isPresent()) {
            found.add("x-name");
        }
        String parts = text(constraints, "prefix") + text(constraints, "contains");
        String plain = parts.isEmpty() && text(constraints, "suffix").isEmpty() ? "text" : parts;
        found.add(stretched(plain + text(constraints, "suffix"), constraints));
        found.add("");
        return found;
    }

    private static String text(Constraints constraints, String rule) {
        return constraints.rule(rule).map(Object::toString).orElse("");
    }

    /** The text with its last character repeated, or cut, until its length is permitted. */
    private static String stretched(String text, Constraints constraints) {
        long exact = number(constraints, "len", number(constraints, "len_bytes", -1));
        long min = exact >= 0 ? exact : number(constraints, "min_len", number(constraints, "min_bytes", 0));
        long max = exact >= 0
                ? exact
                : number(constraints, "max_len", number(constraints, "max_bytes", Integer.MAX_VALUE));
        if (text.length() > max) {
            return text.substring(0, (int) max);
        }
        String last = text.isEmpty() ? "a" : text.substring(text.length() - 1);
        return text.length() < min && min <= 1 << 20 ? text + last.repeat((int) min - text.length()) : text;
    }

    private static long number(Constraints constraints, String rule, long absent) {
        return constraints.rule(rule).map(value -> ((Number) value).longValue()).orElse(absent);
    }
}
