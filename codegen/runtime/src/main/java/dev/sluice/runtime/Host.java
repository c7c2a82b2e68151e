package dev.sluice.runtime;

/** The text form of names that hosts and mailboxes have. */
public final class Host {
    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~.";

    private Host() {}

    /** Whether a text is a host name (RFC 1123, 2.1), of letters, digits and hyphens; its last label not a number. */
    public static boolean isHostname(String text) {
        return isHostname(text, text.length());
    }

    private static boolean isHostname(String text, int length) {
        if (length > 253) {
            return false;
        }
        int end = length > 0 && text.charAt(length - 1) == '.' ? length - 1 : length;
        return areLabels(text, 0, end) && !isLastLabelNumber(text, end);
    }

    private static boolean isLastLabelNumber(String text, int end) {
        for (int i = end - 1; i >= 0 && text.charAt(i) != '.'; i--) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a part consists of labels of 1 to 63 letters, digits and, within, hyphens. */
    private static boolean areLabels(String text, int from, int end) {
        int label = from;
        for (int i = from; i <= end; i++) {
            char c = i < end ? text.charAt(i) : '.';
            if (c == '.') {
                if (i == label || i - label > 63 || text.charAt(label) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                label = i + 1;
            } else if (!isLetterOrDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Whether a text is an e-mail address (HTML, valid e-mail address). */
    public static boolean isEmail(String text) {
        int at = text.indexOf('@');
        if (at < 1) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && ATEXT.indexOf(c) < 0) {
                return false;
            }
        }
        return areLabels(text, at + 1, text.length());
    }

    /** Whether a text is a host name or address, of version 6 in brackets, and a port. */
    public static boolean isHostAndPort(String text, boolean portRequired) {
        if (text.isEmpty()) {
            return false;
        }
        int colon = text.lastIndexOf(':');
        if (text.charAt(0) == '[') {
            int close = text.lastIndexOf(']');
            return close > 0
                    && Ip.isIpv6(text, 1, close, true)
                    && text.indexOf('%') < close
                    && (close + 1 == text.length() ? !portRequired : close + 1 == colon && isPort(text, colon + 1));
        }
        int end = colon < 0 ? text.length() : colon;
        boolean hasHost = isHostname(text, end) || Ip.isIpv4(text, 0, end);
        return hasHost && (colon < 0 ? !portRequired : isPort(text, colon + 1));
    }

    private static boolean isPort(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > 5 || digits > 1 && text.charAt(from) == '0') {
            return false;
        }
        int port = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            port = port * 10 + digit;
        }
        return port <= 65535;
    }
}
