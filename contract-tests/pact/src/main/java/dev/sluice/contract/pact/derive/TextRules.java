package dev.sluice.contract.pact.derive;

import build.buf.validate.StringRules;
import dev.sluice.contract.pact.schema.Constraints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules for strings: a string, and what it has to match, since an expression alone matches the text of a number too. Every expression spans the whole text, since one Pact core searches and the other matches: what the schema
 * only searches for is put between {@code [\s\S]*}. The forms of addresses are necessary ones, not the whole grammar.
 */
final class TextRules {
    private static final String ANYTHING = "[\\s\\S]";

    /** Above this a bound on length is left out: expressions with large counts cost both cores memory. */
    private static final long LONGEST_COUNT = 1000;

    private static final Map<String, String> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put("email", "[^@\\s]+@[^@\\s]+");
        FORMS.put("hostname", "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\\.?");
        FORMS.put("ip", "(?:[0-9.]+|[0-9A-Fa-f:.]+(?:%.+)?)");
        FORMS.put("ipv4", "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
        FORMS.put("ipv6", "[0-9A-Fa-f:.]+(?:%.+)?");
        FORMS.put("uri", "[A-Za-z][A-Za-z0-9+.-]*:[^\\s]*");
        FORMS.put("uri_ref", "[^\\s]*");
        FORMS.put("address", "[^\\s]+");
        FORMS.put("uuid", "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        FORMS.put("tuuid", "[0-9a-fA-F]{32}");
        FORMS.put("ulid", "[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}");
        FORMS.put("host_and_port", "[^\\s]+:[0-9]{1,5}");
        FORMS.put("ip_with_prefixlen", "[^\\s]+/[0-9]{1,3}");
        FORMS.put("ipv4_with_prefixlen", "[0-9.]+/[0-9]{1,2}");
        FORMS.put("ipv6_with_prefixlen", "[0-9A-Fa-f:.]+/[0-9]{1,3}");
        FORMS.put("ip_prefix", "[^\\s]+/[0-9]{1,3}");
        FORMS.put("ipv4_prefix", "[0-9.]+/[0-9]{1,2}");
        FORMS.put("ipv6_prefix", "[0-9A-Fa-f:.]+/[0-9]{1,3}");
        FORMS.put("protobuf_fqn", "[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");
        FORMS.put("protobuf_dot_fqn", "\\.[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");
        for (String form : FORMS.keySet()) {
            if (StringRules.getDescriptor().findFieldByName(form) == null) {
                throw new IllegalStateException("string." + form + " is no rule of buf.validate");
            }
        }
    }

    private TextRules() {}

    static List<Rule> of(Constraints constraints) {
        if (constraints.rule("const").isPresent()) {
            return List.of(Rule.EQUALITY);
        }
        List<Rule> rules = new ArrayList<>(List.of(Rule.TYPE));
        for (String expression : expressions(constraints)) {
            rules.add(Rule.regex(constraints.ignoresZero() ? "^(?:|" + expression + ")$" : expression));
        }
        return rules;
    }

    /** An expression for base64, as writers of bytes print it. */
    static List<Rule> ofBytes(Constraints constraints) {
        return constraints.rule("const").isPresent()
                ? List.of(Rule.EQUALITY)
                : List.of(Rule.TYPE, Rule.regex("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"));
    }

    /** The expressions that a string's constraints amount to; all of them hold. */
    static List<String> expressions(Constraints constraints) {
        List<String> all = new ArrayList<>();
        List<?> among = constraints.rules("in");
        if (!among.isEmpty()) {
            all.add("^(?:"
                    + String.join(
                            "|",
                            among.stream().map(value -> quote(value.toString())).toList()) + ")$");
        }
        constraints.rule("pattern").ifPresent(pattern -> all.add(whole(pattern.toString())));
        constraints.rule("prefix").ifPresent(text -> all.add("^" + quote(text.toString()) + ANYTHING + "*$"));
        constraints.rule("suffix").ifPresent(text -> all.add("^" + ANYTHING + "*" + quote(text.toString()) + "$"));
        constraints
                .rule("contains")
                .ifPresent(text -> all.add("^" + ANYTHING + "*" + quote(text.toString()) + ANYTHING + "*$"));
        FORMS.forEach((form, expression) -> {
            if (constraints.holds(form)) {
                all.add("^" + expression + "$");
            }
        });
        length(constraints).ifPresent(all::add);
        return all;
    }

    private static Optional<String> length(Constraints constraints) {
        long exact = number(constraints, "len", -1);
        long min = exact >= 0 ? exact : number(constraints, "min_len", 0);
        long max = exact >= 0 ? exact : number(constraints, "max_len", Long.MAX_VALUE);
        min = min > LONGEST_COUNT ? LONGEST_COUNT : min;
        String most = max > LONGEST_COUNT ? "" : Long.toString(max);
        if (min == 0 && most.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("^" + ANYTHING + "{" + min + "," + most + "}$");
    }

    private static long number(Constraints constraints, String rule, long absent) {
        return constraints.rule(rule).map(value -> ((Number) value).longValue()).orElse(absent);
    }

    /** An expression that matches a whole text where the pattern is found in it. */
    static String whole(String pattern) {
        boolean anchored = pattern.startsWith("^")
                && pattern.endsWith("$")
                && !pattern.endsWith("\\$")
                && pattern.indexOf('|') < 0;
        return anchored ? pattern : "^" + ANYTHING + "*(?:" + pattern + ")" + ANYTHING + "*$";
    }

    /** A literal, in the syntax that every dialect of expressions reads alike. */
    static String quote(String literal) {
        return Pattern.compile("[\\\\.\\[\\]{}()*+?^$|]")
                .matcher(literal)
                .replaceAll(found -> "\\\\" + Matcher.quoteReplacement(found.group()));
    }
}
