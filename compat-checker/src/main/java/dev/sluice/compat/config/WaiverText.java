package dev.sluice.compat.config;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A waiver as it is to be written into a {@code sluice.yaml}. */
public record WaiverText(String fingerprint, Optional<String> rule, String reason, String owner, LocalDate expires) {

    /** Whether it says what a waiver says that was read. */
    boolean isSameAs(Waiver waiver) {
        return waiver.fingerprint().equals(fingerprint)
                && waiver.rule().equals(rule)
                && waiver.reason().equals(reason)
                && waiver.owner().equals(owner)
                && waiver.expires().equals(expires);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("fingerprint", quoted(fingerprint));
        rule.ifPresent(id -> values.put("rule", id));
        values.put("reason", quoted(reason));
        values.put("owner", quoted(owner));
        values.put("expires", expires.toString());
        return values;
    }

    /** An element of a list, over several lines. */
    String block(String indent, String newline) {
        StringBuilder text = new StringBuilder();
        String start = indent + "- ";
        for (Map.Entry<String, String> entry : values().entrySet()) {
            text.append(start)
                    .append(entry.getKey())
                    .append(": ")
                    .append(entry.getValue())
                    .append(newline);
            start = indent + "  ";
        }
        return text.toString();
    }

    /** An element of a list, between braces. */
    String flow() {
        StringBuilder text = new StringBuilder("{");
        values().forEach((key, value) -> text.append(text.length() == 1 ? "" : ", ")
                .append(key)
                .append(": ")
                .append(value));
        return text.append('}').toString();
    }

    /** A scalar between quotes (YAML 1.2, 7.3.1). */
    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
