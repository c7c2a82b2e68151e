package dev.sluice.contract.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads HTTP/1.1 messages (RFC 9112) from a stream, within bounds: heads of 64 KiB, bodies of 64 MiB. */
public final class MessageReader {
    private static final int MAX_HEAD = 64 << 10;
    private static final int MAX_BODY = 64 << 20;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?");

    private final InputStream in;
    private int headLeft;

    public MessageReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next request; empty where the stream ends between two requests.
     *
     * @throws IOException if the stream fails, ends within a request or is no HTTP/1.1
     */
    public Optional<HttpRequest> request() throws IOException {
        headLeft = MAX_HEAD;
        Optional<String> line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = line.get().split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("no HTTP/1.1 request line: " + line.get());
        }
        Headers headers = headers();
        byte[] body = hasBody(headers) ? framed(headers) : new byte[0];
        return Optional.of(new HttpRequest(parts[0], parts[1], headers, body));
    }

    /**
     * The reply to a request of the method; interim replies (1xx) are skipped.
     *
     * @throws IOException if the stream fails, ends before the reply is complete or is no HTTP/1.1
     */
    public HttpReply reply(String method) throws IOException {
        while (true) {
            headLeft = MAX_HEAD;
            String line = line().orElseThrow(() -> new EOFException("the connection ended before a reply"));
            if (!STATUS_LINE.matcher(line).matches()) {
                throw new ProtocolException("no HTTP/1.1 status line: " + line);
            }
            int status = Integer.parseInt(line.substring(9, 12));
            Headers headers = headers();
            if (status >= 200) {
                boolean empty = method.equals("HEAD") || status == 204 || status == 304;
                return new HttpReply(status, headers, empty ? new byte[0] : body(headers));
            }
        }
    }

    private byte[] body(Headers headers) throws IOException {
        if (hasBody(headers)) {
            return framed(headers);
        }
        byte[] rest = in.readNBytes(MAX_BODY + 1);
        bounded(rest.length);
        return rest;
    }

    private static boolean hasBody(Headers headers) {
        return headers.hasToken("Transfer-Encoding", "chunked")
                || headers.first("Content-Length").isPresent();
    }

    private byte[] framed(Headers headers) throws IOException {
        if (headers.hasToken("Transfer-Encoding", "chunked")) {
            return chunks();
        }
        return exactly(size(headers.first("Content-Length").orElse(""), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            headLeft = MAX_HEAD;
            String line = inside();
            int end = line.indexOf(';');
            int size = size((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            bounded(body.size() + size);
            body.write(exactly(size));
            if (!inside().isEmpty()) {
                throw new ProtocolException("a chunk is longer than its size");
            }
        }
    }

    private static int size(String digits, int radix) throws ProtocolException {
        try {
            int size = Integer.parseUnsignedInt(digits.toLowerCase(Locale.ROOT), radix);
            bounded(size);
            return size;
        } catch (NumberFormatException bad) {
            throw new ProtocolException("bad length: " + digits);
        }
    }

    private static void bounded(int size) throws ProtocolException {
        if (size < 0 || size > MAX_BODY) {
            throw new ProtocolException("a body above " + MAX_BODY + " bytes");
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the body ended after " + bytes.length + " of " + size + " bytes");
        }
        return bytes;
    }

    private Headers headers() throws IOException {
        List<Headers.Field> fields = new ArrayList<>();
        for (String line = inside(); !line.isEmpty(); line = inside()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("no header field: " + line);
            }
            fields.add(new Headers.Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Headers(fields);
    }

    private String inside() throws IOException {
        return line().orElseThrow(() -> new EOFException("the connection ended within a message"));
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (line.size() > 0) {
                    throw new EOFException("the connection ended within a line");
                }
                return Optional.empty();
            }
            if (--headLeft < 0) {
                throw new ProtocolException("a head above " + MAX_HEAD + " bytes");
            }
            if (next == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
            line.write(next);
        }
    }
}
