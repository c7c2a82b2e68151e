package dev.sluice.schema.source.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit, of which we want the day.
 *
 * @param date the day it was committed, where its committer was
 */
record CommitObject(String id, LocalDate date) {
    /** The seconds since 1970 and the zone, as hours and minutes, at the end of the committer's line. */
    private static final Pattern TIME = Pattern.compile("(?m)^committer .*> (-?\\d{1,12}) ([+-])(\\d\\d)(\\d\\d)$");

    static CommitObject of(ObjectReader.Reply.Found found) throws IOException {
        String text = new String(found.bytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        Matcher time = TIME.matcher(end < 0 ? text : text.substring(0, end));
        if (!time.find()) {
            throw new IOException("the commit " + found.id() + " does not say when it was made");
        }
        try {
            int minutes = Integer.parseInt(time.group(3)) * 60 + Integer.parseInt(time.group(4));
            ZoneOffset zone = ZoneOffset.ofTotalSeconds(time.group(2).equals("-") ? -60 * minutes : 60 * minutes);
            Instant instant = Instant.ofEpochSecond(Long.parseLong(time.group(1)));
            return new CommitObject(found.id(), instant.atOffset(zone).toLocalDate());
        } catch (DateTimeException e) {
            throw new IOException("the commit " + found.id() + " has an impossible date", e);
        }
    }
}
