package dev.sluice.runtime.json;

import dev.sluice.runtime.Host;
import dev.sluice.runtime.Ip;
import dev.sluice.runtime.Uri;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of strings that are asserted (JSON Schema Validation 2020-12, 7.3). */
public final class Format {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Map<String, Predicate<String>> ASSERTED = Map.ofEntries(
            Map.entry("date-time", text -> dateTime(text).isPresent()),
            Map.entry("date", text -> date(text).isPresent()),
            Map.entry("time", text -> time(text).isPresent()),
            Map.entry("duration", IsoDuration::isDuration),
            Map.entry("uuid", text -> uuid(text).isPresent()),
            Map.entry("uri", Uri::isUri),
            Map.entry("uri-reference", Uri::isReference),
            Map.entry("email", Host::isEmail),
            Map.entry("hostname", Host::isHostname),
            Map.entry("ipv4", text -> Ip.isIp(text, 4)),
            Map.entry("ipv6", text -> Ip.isIp(text, 6)));

    private Format() {}

    /** Whether a format is asserted rather than a mere annotation. */
    public static boolean isAsserted(String format) {
        return ASSERTED.containsKey(format);
    }

    /** Whether a text has a format; true where that is not asserted. */
    public static boolean has(String text, String format) {
        Predicate<String> test = ASSERTED.get(format);
        return test == null || test.test(text);
    }

    /** A time with date and offset (RFC 3339, 5.6), without leap seconds. */
    static Optional<OffsetDateTime> dateTime(String text) {
        if (text.length() < 20 || (text.charAt(10) | 0x20) != 't') {
            return Optional.empty();
        }
        Optional<LocalDate> date = date(text.substring(0, 10));
        Optional<OffsetTime> time = time(text.substring(11));
        return date.isPresent() && time.isPresent() ? Optional.of(time.get().atDate(date.get())) : Optional.empty();
    }

    /** A date (RFC 3339, 5.6). */
    static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time of day with offset (RFC 3339, 5.6), without leap seconds. */
    static Optional<OffsetTime> time(String text) {
        try {
            if (!TIME.matcher(text).matches()) {
                return Optional.empty();
            }
            int zone = text.endsWith("Z") || text.endsWith("z") ? text.length() - 1 : text.length() - 6;
            String offset = text.substring(zone).replace('z', 'Z');
            LocalTime time = LocalTime.parse(text.substring(0, zone));
            return Optional.of(OffsetTime.of(time, ZoneOffset.of(offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A UUID (RFC 4122, 3). */
    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
