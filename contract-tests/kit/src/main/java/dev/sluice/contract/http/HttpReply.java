package dev.sluice.contract.http;

import java.nio.charset.StandardCharsets;

/** A complete reply. The array of the body is not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record HttpReply(int status, Headers headers, byte[] body) {

    /** The body as text, at most 300 characters of it, for a report. */
    public String excerpt() {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    /** The media type without its parameters, in lower case; empty where there is none. */
    public String mediaType() {
        String value = headers.first("Content-Type").orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }
}
