package dev.sluice.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A complete reply. The array of the body is not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record HttpReply(int status, Headers headers, byte[] body) {

    byte[] toBytes(boolean keepAlive) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reply\r\n");
        headers.fields()
                .forEach(field -> head.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        head.append(keepAlive ? "" : "Connection: close\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** A reply with a JSON body. */
    public static HttpReply json(int status, String mediaType, Headers more, String json) {
        List<Headers.Field> fields = new ArrayList<>(more.fields());
        fields.add(new Headers.Field("Content-Type", mediaType));
        return new HttpReply(status, new Headers(fields), json.getBytes(StandardCharsets.UTF_8));
    }

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
