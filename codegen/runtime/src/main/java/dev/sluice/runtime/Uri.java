package dev.sluice.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The syntax of URIs (RFC 3986, Appendix A). */
public final class Uri {
    private static final String UNRESERVED = "-._~";
    private static final String SUB_DELIMS = "!$&'()*+,;=";

    private Uri() {}

    /** Whether a text is a URI: a scheme, then the rest. */
    public static boolean isUri(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && isScheme(text, colon) && isRest(text, colon + 1, true);
    }

    /** Whether a text is a URI or a relative reference. */
    public static boolean isReference(String text) {
        return isUri(text) || isRest(text, 0, false);
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean fits = i == 0 ? isAlpha(c) : isAlpha(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRest(String text, int from, boolean afterScheme) {
        int fragment = indexOrEnd(text, '#', from, text.length());
        int query = indexOrEnd(text, '?', from, fragment);
        return (fragment == text.length() || isMadeOf(text, fragment + 1, text.length(), ":@/?"))
                && (query == fragment || isMadeOf(text, query + 1, fragment, ":@/?"))
                && isHierarchy(text, from, query, afterScheme);
    }

    private static boolean isHierarchy(String text, int from, int end, boolean afterScheme) {
        if (text.startsWith("//", from) && from + 2 <= end) {
            int path = indexOrEnd(text, '/', from + 2, end);
            return isAuthority(text.substring(from + 2, path)) && isMadeOf(text, path, end, ":@/");
        }
        if (!afterScheme) {
            int segment = indexOrEnd(text, '/', from, end);
            int colon = indexOrEnd(text, ':', from, segment);
            if (colon < segment) {
                return false;
            }
        }
        return isMadeOf(text, from, end, ":@/");
    }

    private static boolean isAuthority(String authority) {
        int at = authority.indexOf('@');
        if (at >= 0 && !isMadeOf(authority, 0, at, ":")) {
            return false;
        }
        String hostPort = authority.substring(at + 1);
        int hostEnd =
                hostPort.startsWith("[") ? hostPort.indexOf(']') + 1 : indexOrEnd(hostPort, ':', 0, hostPort.length());
        if (hostPort.startsWith("[") && (hostEnd == 0 || !isIpLiteral(hostPort.substring(1, hostEnd - 1)))) {
            return false;
        }
        boolean isName = !hostPort.startsWith("[");
        if (isName && !(isMadeOf(hostPort, 0, hostEnd, "") && hasUtf8Escapes(hostPort, 0, hostEnd))) {
            return false;
        }
        if (hostEnd == hostPort.length()) {
            return true;
        }
        if (hostPort.charAt(hostEnd) != ':') {
            return false;
        }
        for (int i = hostEnd + 1; i < hostPort.length(); i++) {
            if (!isDigit(hostPort.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpLiteral(String literal) {
        if (literal.startsWith("v") || literal.startsWith("V")) {
            int dot = literal.indexOf('.');
            for (int i = 1; i < dot; i++) {
                if (Character.digit(literal.charAt(i), 16) < 0 || literal.charAt(i) >= 0x80) {
                    return false;
                }
            }
            return dot > 1
                    && dot + 1 < literal.length()
                    && literal.indexOf('%') < 0
                    && isMadeOf(literal, dot + 1, literal.length(), ":");
        }
        return isIpv6(literal);
    }

    private static boolean isIpv6(String address) {
        int zone = address.indexOf("%25");
        if (zone < 0) {
            return Ip.isIpv6(address, 0, address.length(), false);
        }
        return zone + 3 < address.length()
                && isMadeOf(address, zone + 3, address.length(), "")
                && hasUtf8Escapes(address, zone + 3, address.length())
                && Ip.isIpv6(address, 0, zone, false);
    }

    /** Whether the bytes that percent escapes stand for are UTF-8 (RFC 3986, 3.2.2); the escapes are well-formed. */
    private static boolean hasUtf8Escapes(String text, int from, int end) {
        if (text.indexOf('%', from) < 0) {
            return true;
        }
        byte[] bytes = new byte[end - from];
        int size = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                c = (char) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 2;
            }
            bytes[size++] = (byte) c;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, size));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether a part is made of unreserved characters, sub-delims, percent escapes and {@code more}. */
    private static boolean isMadeOf(String text, int from, int end, String more) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= end || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                    return false;
                }
                i += 2;
            } else if (!isAlpha(c)
                    && !isDigit(c)
                    && UNRESERVED.indexOf(c) < 0
                    && SUB_DELIMS.indexOf(c) < 0
                    && more.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int indexOrEnd(String text, char wanted, int from, int end) {
        int index = text.indexOf(wanted, from);
        return index < 0 || index > end ? end : index;
    }

    private static boolean isAlpha(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
