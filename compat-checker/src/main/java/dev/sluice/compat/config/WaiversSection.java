package dev.sluice.compat.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code waivers}. */
final class WaiversSection {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private WaiversSection() {}

    static List<Waiver> read(YamlMapping root, Vocabulary vocabulary) {
        List<Waiver> waivers = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlMapping mapping : root.mappings("waivers")) {
            Optional<Text> fingerprint = required(mapping, "fingerprint");
            Optional<Text> rule = mapping.text("rule");
            Optional<Text> reason = required(mapping, "reason");
            Optional<Text> owner = required(mapping, "owner");
            Optional<LocalDate> expires = required(mapping, "expires").flatMap(text -> date(text, mapping.file()));
            mapping.done();
            fingerprint.ifPresent(text -> checkFingerprint(text, mapping.file()));
            rule.ifPresent(text -> checkRule(text, vocabulary, mapping.file()));
            if (fingerprint.isEmpty() || reason.isEmpty() || owner.isEmpty() || expires.isEmpty()) {
                continue;
            }
            Integer earlier = lines.putIfAbsent(
                    fingerprint.get().value()
                            + rule.map(text -> " " + text.value()).orElse(""),
                    mapping.place().line());
            if (earlier != null) {
                mapping.file().problem(mapping.place(), "line " + earlier + " waives the same finding");
            }
            waivers.add(new Waiver(
                    fingerprint.get().value(),
                    rule.map(Text::value),
                    reason.get().value(),
                    owner.get().value(),
                    expires.get(),
                    mapping.place()));
        }
        return waivers;
    }

    private static Optional<Text> required(YamlMapping mapping, String key) {
        boolean isThere = mapping.has(key);
        Optional<Text> text = mapping.text(key);
        if (!isThere || (text.isPresent() && text.get().value().isBlank())) {
            mapping.file()
                    .problem(
                            text.map(Text::place).orElse(mapping.placeOf(key)),
                            "a waiver needs \"" + key + "\"" + (isThere ? ", and it is empty" : ""));
            return Optional.empty();
        }
        return text;
    }

    private static void checkFingerprint(Text text, YamlFile file) {
        if (!FINGERPRINT.matcher(text.value()).matches()) {
            file.problem(
                    text.place(),
                    YamlFile.quote(text.value()) + " is no fingerprint; one has sixteen digits from 0 to 9 and a to f");
        }
    }

    private static void checkRule(Text text, Vocabulary vocabulary, YamlFile file) {
        if (!vocabulary.isRule(text.value())) {
            file.unknown(text.place(), "%s is no rule", text.value(), vocabulary.rules());
        }
    }

    private static Optional<LocalDate> date(Text text, YamlFile file) {
        if (DATE.matcher(text.value()).matches()) {
            try {
                return Optional.of(LocalDate.parse(text.value()));
            } catch (DateTimeException e) {
                file.problem(text.place(), YamlFile.quote(text.value()) + " is no day of the calendar");
                return Optional.empty();
            }
        }
        file.problem(text.place(), YamlFile.quote(text.value()) + " is no date; write it as in 2027-03-31");
        return Optional.empty();
    }
}
