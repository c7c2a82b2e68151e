package dev.sluice.schema.source.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A commit, of which we want the day.
 *
 * @param date the day it was committed, where its committer was
 */
record CommitObject(String id, LocalDate date) {
    private static final long SECONDS_OF_DAY = 86_400;

    /** As many seconds a zone may differ. */
    private static final int MOST_OFFSET = 18 * 3600;

    private static final int MOST_DIGITS = 13;
    private static final String COMMITTER = "\ncommitter ";

    static CommitObject of(ObjectReader.Reply.Found found) throws IOException {
        String text = new String(found.bytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        String header = end < 0 ? text : text.substring(0, end);
        int start = header.indexOf(COMMITTER);
        int lineEnd = start < 0 ? -1 : header.indexOf('\n', start + 1);
        String line = start < 0 ? "" : header.substring(start, lineEnd < 0 ? header.length() : lineEnd);
        String[] time = line.substring(line.lastIndexOf("> ") + 1).strip().split(" ");
        try {
            return new CommitObject(found.id(), date(time));
        } catch (IllegalArgumentException e) {
            throw new IOException("the commit " + found.id() + " does not say when it was made", e);
        } catch (DateTimeException e) {
            throw new IOException("the commit " + found.id() + " has an impossible date", e);
        }
    }

    /** The day of the seconds since 1970 in a zone, whose hours and minutes are written {@code +0130}. */
    private static LocalDate date(String[] time) {
        if (time.length != 2
                || time[0].length() > MOST_DIGITS
                || time[1].length() != 5
                || "+-".indexOf(time[1].charAt(0)) < 0) {
            throw new IllegalArgumentException("no time and zone");
        }
        int digits = Integer.parseUnsignedInt(time[1], 1, 5, 10);
        int minutes = digits / 100 * 60 + digits % 100;
        int offset = time[1].charAt(0) == '-' ? -60 * minutes : 60 * minutes;
        if (Math.abs(offset) > MOST_OFFSET) {
            throw new DateTimeException("no place is that far from Greenwich");
        }
        return LocalDate.ofEpochDay(Math.floorDiv(Math.addExact(Long.parseLong(time[0]), offset), SECONDS_OF_DAY));
    }
}
