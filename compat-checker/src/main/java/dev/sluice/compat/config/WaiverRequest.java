package dev.sluice.compat.config;

import dev.sluice.compat.config.WaiverRefusedException.Part;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A waiver that somebody asks for, in the words that were typed.
 *
 * @param rule the rule whose finding it is, where that is named
 */
public record WaiverRequest(String fingerprint, Optional<String> rule, String reason, String owner, String expires) {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /**
     * The waiver.
     *
     * @param today the day on which it is asked for
     * @throws WaiverRefusedException if a part is missing, cannot be what it should be, or the day is over
     */
    public WaiverText text(LocalDate today) throws WaiverRefusedException {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new WaiverRefusedException(
                    Part.FINGERPRINT,
                    "\"" + fingerprint + "\" is no fingerprint; one has sixteen digits from 0 to 9 and a to f");
        }
        return new WaiverText(fingerprint, rule, line(Part.REASON, reason), line(Part.OWNER, owner), day(today));
    }

    private static String line(Part part, String text) throws WaiverRefusedException {
        String line = text.strip();
        if (line.isEmpty()) {
            throw new WaiverRefusedException(part, "is missing");
        }
        if (line.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw new WaiverRefusedException(part, "is one line without control characters");
        }
        return line;
    }

    private LocalDate day(LocalDate today) throws WaiverRefusedException {
        if (expires.isEmpty()) {
            throw new WaiverRefusedException(Part.EXPIRES, "is missing");
        }
        if (!DATE.matcher(expires).matches()) {
            throw new WaiverRefusedException(Part.EXPIRES, "\"" + expires + "\" is no date; write it as in 2027-03-31");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(expires);
        } catch (DateTimeException e) {
            throw new WaiverRefusedException(Part.EXPIRES, "\"" + expires + "\" is no day of the calendar");
        }
        if (day.isBefore(today)) {
            throw new WaiverRefusedException(Part.EXPIRES, "\"" + expires + "\" is over");
        }
        return day;
    }
}
