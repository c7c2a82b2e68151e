package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compiles the constraints on one string. */
final class TextRules {
    private static final Set<String> KNOWN = Set.of(
            "const",
            "len",
            "min_len",
            "max_len",
            "len_bytes",
            "min_bytes",
            "max_bytes",
            "pattern",
            "prefix",
            "suffix",
            "contains",
            "not_contains",
            "in",
            "not_in",
            "uri",
            "uri_ref");

    private final CodeBlock value;
    private final FieldRules rules;
    private final Uncompiled uncompiled;
    private final List<Fault> faults = new ArrayList<>();

    private TextRules(CodeBlock value, FieldRules rules, Uncompiled uncompiled) {
        this.value = value;
        this.rules = rules;
        this.uncompiled = uncompiled;
    }

    static List<Fault> compile(CodeBlock value, FieldRules rules, Uncompiled uncompiled) {
        TextRules compiled = new TextRules(value, rules, uncompiled);
        compiled.compile();
        return compiled.faults;
    }

    private void add(String rule, String message, CodeBlock condition) {
        faults.add(new Fault("string." + rule, message, condition));
    }

    private void compile() {
        rules.text("const")
                .ifPresent(
                        text -> add("const", "must equal `" + text + "`", CodeBlock.of("!$L.equals($S)", value, text)));
        CodeBlock length = CodeBlock.of("$T.length($L)", Runtime.CHECK, value);
        count("len", "must be %s characters", length, "!=");
        count("min_len", "must be at least %s characters", length, "<");
        count("max_len", "must be at most %s characters", length, ">");
        CodeBlock bytes = CodeBlock.of("$T.utf8Length($L)", Runtime.CHECK, value);
        count("len_bytes", "must be %s bytes", bytes, "!=");
        count("min_bytes", "must be at least %s bytes", bytes, "<");
        count("max_bytes", "must be at most %s bytes", bytes, ">");
        rules.text("pattern").ifPresent(this::pattern);
        part("prefix", "does not have prefix `%s`", "!$L.startsWith($S)");
        part("suffix", "does not have suffix `%s`", "!$L.endsWith($S)");
        part("contains", "does not contain substring `%s`", "!$L.contains($S)");
        part("not_contains", "contains substring `%s`", "$L.contains($S)");
        if (rules.values().containsKey("in")) {
            add("in", "must be in list " + texts("in"), CodeBlock.of("!($L)", any("in")));
        }
        if (rules.values().containsKey("not_in")) {
            add("not_in", "must not be in list " + texts("not_in"), any("not_in"));
        }
        formats();
        for (String rule : rules.values().keySet()) {
            if (!KNOWN.contains(rule)) {
                uncompiled.add("string." + rule, "this format is not compiled");
            }
        }
    }

    private void formats() {
        if (rules.isOn("uri")) {
            add("uri_empty", "value is empty, which is not a valid URI", CodeBlock.of("$L.isEmpty()", value));
            add(
                    "uri",
                    "must be a valid URI",
                    CodeBlock.of("!$L.isEmpty() && !$T.isUri($L)", value, Runtime.URI, value));
        }
        if (rules.isOn("uri_ref")) {
            add("uri_ref", "must be a valid URI Reference", CodeBlock.of("!$T.isReference($L)", Runtime.URI, value));
        }
    }

    private void count(String rule, String message, CodeBlock actual, String operator) {
        rules.count(rule)
                .ifPresent(count -> add(
                        rule,
                        String.format(message, Long.toUnsignedString(count)),
                        CodeBlock.of("$L $L $LL", actual, operator, count < 0 ? Long.MAX_VALUE : count)));
    }

    private void part(String rule, String message, String condition) {
        rules.text(rule)
                .ifPresent(text -> add(rule, String.format(message, text), CodeBlock.of(condition, value, text)));
    }

    private void pattern(String pattern) {
        String message = "does not match regex pattern `" + pattern + "`";
        AsciiPattern simple = AsciiPattern.of(pattern).orElse(null);
        if (simple == null) {
            uncompiled.add("string.pattern", "the pattern `" + pattern + "` is not one of a set of ASCII characters");
        } else {
            add(
                    "pattern",
                    message,
                    CodeBlock.of(
                            "!$T.consistsOf($L, 0x$LL, 0x$LL, $L, $L)",
                            Runtime.CHECK,
                            value,
                            Long.toHexString(simple.low()),
                            Long.toHexString(simple.high()),
                            simple.min(),
                            simple.max() == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : "" + simple.max()));
        }
    }

    private List<String> texts(String rule) {
        List<String> texts = new ArrayList<>();
        for (Value one : rules.values().getOrDefault(rule, List.of())) {
            if (one instanceof Value.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    private CodeBlock any(String rule) {
        List<CodeBlock> equalities = new ArrayList<>();
        for (String text : texts(rule)) {
            equalities.add(CodeBlock.of("$L.equals($S)", value, text));
        }
        return CodeBlock.join(equalities, " || ");
    }
}
