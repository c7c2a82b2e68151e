package dev.sluice.contract.http;

import java.nio.charset.StandardCharsets;

/** A request: method, target (path and query), fields and body. The array of the body is not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record HttpRequest(String method, String target, Headers headers, byte[] body) {

    /** A request without a body. */
    public static HttpRequest of(String method, String target) {
        return new HttpRequest(method, target, Headers.NONE, new byte[0]);
    }

    /** A request with a JSON body. */
    public static HttpRequest json(String method, String target, String json) {
        return new HttpRequest(
                method, target, Headers.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    byte[] toBytes(String host, boolean keepAlive) {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append(keepAlive ? "\r\n" : "\r\nConnection: close\r\n");
        headers.fields()
                .forEach(field -> head.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }
}
