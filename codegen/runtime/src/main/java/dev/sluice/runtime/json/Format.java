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

/** The formats of strings that are asserted (JSON Schema Validation 2020-12, 7.3). */
public final class Format {
    /** The powers of ten up to a second's nanoseconds. */
    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

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
            Map.entry("ipv6", Format::isIpv6));

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

    /** An address of 128 bits (RFC 4291, 2.2), which has no zone. */
    private static boolean isIpv6(String text) {
        return text.indexOf('%') < 0 && Ip.isIp(text, 6);
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
            return has(text, "9999-99-99", 0, 10) && text.length() == 10
                    ? Optional.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time of day with offset (RFC 3339, 5.6), without leap seconds. */
    static Optional<OffsetTime> time(String text) {
        if (!has(text, "99:99:99", 0, 8)) {
            return Optional.empty();
        }
        int zone = 8;
        if (zone < text.length() && text.charAt(zone) == '.') {
            do {
                zone++;
            } while (zone < text.length() && isDigit(text.charAt(zone)));
        }
        if (zone == 9 || zone > 18) {
            return Optional.empty();
        }
        try {
            int nanos = zone == 8 ? 0 : number(text, 9, zone) * POWERS[18 - zone];
            LocalTime time = LocalTime.of(number(text, 0, 2), number(text, 3, 5), number(text, 6, 8), nanos);
            return offset(text, zone).map(time::atOffset);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(String text, int from) {
        if (text.length() == from + 1 && (text.charAt(from) | 0x20) == 'z') {
            return Optional.of(ZoneOffset.UTC);
        }
        if (text.length() != from + 6 || !has(text, "99:99", from + 1, 5)) {
            return Optional.empty();
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, from + 4, from + 6);
        return switch (text.charAt(from)) {
            case '+' -> Optional.of(ZoneOffset.ofHoursMinutes(hours, minutes));
            case '-' -> Optional.of(ZoneOffset.ofHoursMinutes(-hours, -minutes));
            default -> Optional.empty();
        };
    }

    /** A UUID (RFC 4122, 3). */
    static Optional<UUID> uuid(String text) {
        return text.length() == 36 && has(text, "ffffffff-ffff-ffff-ffff-ffffffffffff", 0, 36)
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** Whether so many chars of a text are like those of a form: a digit where it has 9, a hexadecimal one where it has f. */
    private static boolean has(String text, String form, int from, int count) {
        if (text.length() < from + count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            char c = text.charAt(from + i);
            boolean isLike = switch (form.charAt(i)) {
                case '9' -> isDigit(c);
                case 'f' -> isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
                default -> c == form.charAt(i);
            };
            if (!isLike) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
