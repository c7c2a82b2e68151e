package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.tck.stage.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a work item strictly, by the constraints of the schema. */
final class ItemReader {
    private static final String ID = "[A-Za-z0-9._-]{1,128}";
    private static final List<String> CRITICALITIES = List.of(
            "CRITICALITY_CRITICAL_PLUS", "CRITICALITY_CRITICAL", "CRITICALITY_SHEDDABLE_PLUS", "CRITICALITY_SHEDDABLE");
    private static final Map<String, String> NAMES = Map.of(
            "work_id", "workId",
            "deadline_ms", "deadlineMs",
            "lease_id", "leaseId",
            "schema_version", "schemaVersion");
    private static final Set<String> KNOWN = Set.of(
            "workId",
            "tenant",
            "kind",
            "criticality",
            "deadlineMs",
            "attempt",
            "payload",
            "cost",
            "leaseId",
            "attributes",
            "schemaVersion");

    /** A request that is refused for what it says. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;
        private final RefusalReason reason;

        Rejected(RefusalReason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        RefusalReason reason() {
            return reason;
        }
    }

    private final Fault fault;

    ItemReader(Fault fault) {
        this.fault = fault;
    }

    ScriptedItem read(byte[] body) throws Rejected {
        Json.Obj item = named(body);
        if (item.get("schemaVersion").isPresent()) {
            if (whole(item, "schemaVersion", 0, 0xffff_ffffL) != 1) {
                throw new Rejected(RefusalReason.UNSUPPORTED_VERSION);
            }
        }
        boolean lenient = fault == Fault.LENIENT_PARSE;
        long deadline = fault == Fault.NEGATIVE_IS_UNLIMITED
                        && item.whole("deadlineMs").filter(ms -> ms < 0).isPresent()
                ? 86_400_000
                : whole(item, "deadlineMs", Long.MIN_VALUE, 86_400_000);
        return new ScriptedItem(
                text(item, "workId"),
                text(item, "tenant"),
                text(item, "kind"),
                criticality(item),
                deadline,
                whole(item, "attempt", 1, 0xffff_ffffL),
                payload(item),
                item.get("cost").isEmpty() ? 1 : whole(item, "cost", 1, lenient ? Long.MAX_VALUE : 1_000_000),
                item.get("leaseId").isEmpty() ? Optional.empty() : Optional.of(text(item, "leaseId")),
                attributes(item, lenient ? Integer.MAX_VALUE : 4096));
    }

    private Json.Obj named(byte[] body) throws Rejected {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : object(body).members().entrySet()) {
            String name = NAMES.getOrDefault(member.getKey(), member.getKey());
            boolean unknown = !KNOWN.contains(name);
            if (members.put(name, member.getValue()) != null || (unknown && fault == Fault.UNKNOWN_MEMBER_REFUSED)) {
                throw new Rejected(RefusalReason.MALFORMED);
            }
        }
        return new Json.Obj(members);
    }

    static Json.Obj object(byte[] body) throws Rejected {
        try {
            if (JsonReader.read(body) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonSyntaxException noJson) {
            throw new Rejected(RefusalReason.MALFORMED);
        }
        throw new Rejected(RefusalReason.MALFORMED);
    }

    static long whole(Json.Obj object, String name, long least, long most) throws Rejected {
        Json value = object.get(name).orElseThrow(() -> new Rejected(RefusalReason.MALFORMED));
        try {
            long number = value instanceof Json.Num num
                    ? num.value().longValueExact()
                    : value instanceof Json.Str text ? Long.parseLong(text.value()) : Long.MIN_VALUE;
            boolean isNumber = value instanceof Json.Num || value instanceof Json.Str;
            if (isNumber && number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException noWhole) {
            throw new Rejected(RefusalReason.MALFORMED);
        }
        throw new Rejected(RefusalReason.MALFORMED);
    }

    static String text(Json.Obj object, String name) throws Rejected {
        return object.text(name)
                .filter(text -> text.matches(ID))
                .orElseThrow(() -> new Rejected(RefusalReason.MALFORMED));
    }

    private static int criticality(Json.Obj item) throws Rejected {
        if (item.text("criticality").isPresent()) {
            int index = CRITICALITIES.indexOf(item.text("criticality").get());
            if (index < 0) {
                throw new Rejected(RefusalReason.MALFORMED);
            }
            return index + 1;
        }
        return (int) whole(item, "criticality", 1, 4);
    }

    private static String payload(Json.Obj item) throws Rejected {
        if (item.get("payload").isEmpty()) {
            return "";
        }
        String text = item.text("payload").orElseThrow(() -> new Rejected(RefusalReason.MALFORMED));
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (IllegalArgumentException noBase64) {
            throw new Rejected(RefusalReason.MALFORMED);
        }
    }

    private static Map<String, String> attributes(Json.Obj item, int longest) throws Rejected {
        Map<String, String> attributes = new TreeMap<>();
        if (item.get("attributes").isPresent()) {
            Json.Obj object = item.object("attributes").orElseThrow(() -> new Rejected(RefusalReason.MALFORMED));
            for (String key : object.members().keySet()) {
                String value = object.text(key).orElseThrow(() -> new Rejected(RefusalReason.MALFORMED));
                if (!key.matches(ID) || value.getBytes(StandardCharsets.UTF_8).length > longest) {
                    throw new Rejected(RefusalReason.MALFORMED);
                }
                attributes.put(key, value);
            }
            if (attributes.size() > 64) {
                throw new Rejected(RefusalReason.MALFORMED);
            }
        }
        return attributes;
    }
}
