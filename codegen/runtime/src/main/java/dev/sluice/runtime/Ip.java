package dev.sluice.runtime;

/** The text form of IP addresses and prefixes (RFC 791; RFC 4291, 2.2; RFC 4632, 3.1; zones by RFC 4007, 11). */
public final class Ip {
    private Ip() {}

    /** Whether a text is an address of a version, 4 or 6, or of either where it is 0. */
    public static boolean isIp(String text, long version) {
        return version == 0
                ? isIp(text, 4) || isIp(text, 6)
                : version == 4 ? isIpv4(text, 0, text.length()) : version == 6 && isIpv6(text, 0, text.length(), true);
    }

    /**
     * Whether a text is an address and the length of a prefix.
     *
     * @param strict whether no bit behind the prefix may be set
     */
    public static boolean isPrefix(String text, long version, boolean strict) {
        if (version == 0) {
            return isPrefix(text, 4, strict) || isPrefix(text, 6, strict);
        }
        int slash = text.lastIndexOf('/');
        int bits = version == 4 ? 32 : 128;
        int length = slash < 0 ? -1 : prefixLength(text, slash + 1);
        if (length < 0 || length > bits) {
            return false;
        }
        if (version == 4) {
            return isIpv4(text, 0, slash) && (!strict || hasZeros(ipv4(text, 0, slash) << 32, length));
        }
        return version == 6
                && isIpv6(text, 0, slash, false)
                && (!strict
                        || hasZeros(ipv6(text, slash, true), Math.min(length, 64))
                                && hasZeros(ipv6(text, slash, false), Math.max(0, length - 64)));
    }

    private static boolean hasZeros(long bits, int from) {
        return from >= 64 || bits << from == 0;
    }

    private static int prefixLength(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > 3 || digits > 1 && text.charAt(from) == '0') {
            return -1;
        }
        int length = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = length * 10 + digit;
        }
        return length;
    }

    static boolean isIpv4(String text, int from, int end) {
        return ipv4(text, from, end) >= 0;
    }

    /** The address as a number, or -1. */
    private static long ipv4(String text, int from, int end) {
        long address = 0;
        int parts = 0;
        int part = 0;
        int digits = 0;
        for (int i = from; i <= end; i++) {
            char c = i < end ? text.charAt(i) : '.';
            if (c == '.') {
                if (digits == 0 || part > 255 || digits > 1 && text.charAt(i - digits) == '0' || ++parts > 4) {
                    return -1;
                }
                address = address << 8 | part;
                part = 0;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                part = part * 10 + c - '0';
                digits++;
            } else {
                return -1;
            }
        }
        return parts == 4 ? address : -1;
    }

    static boolean isIpv6(String text, int from, int end, boolean mayHaveZone) {
        int zone = text.indexOf('%', from);
        int last = zone < 0 || zone >= end ? end : zone;
        if (last < end && (!mayHaveZone || last + 1 == end || text.indexOf('\0', last) >= 0)) {
            return false;
        }
        int groups = 0;
        boolean gap = false;
        int i = from;
        if (text.startsWith("::", i) && i + 2 <= last) {
            gap = true;
            i += 2;
        }
        while (i < last) {
            int digits = 0;
            while (i + digits < last && Uri.isHex(text.charAt(i + digits))) {
                digits++;
            }
            if (i + digits < last && text.charAt(i + digits) == '.') {
                groups += 2;
                if (!isIpv4(text, i, last)) {
                    return false;
                }
                i = last;
                break;
            }
            if (digits == 0 || digits > 4) {
                return false;
            }
            groups++;
            i += digits;
            if (i == last) {
                break;
            }
            if (text.charAt(i) != ':' || i + 1 == last) {
                return false;
            }
            i++;
            if (text.charAt(i) == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                i++;
            }
        }
        return gap ? groups < 8 : groups == 8;
    }

    /** The upper or lower half of a well-formed address without a zone. */
    private static long ipv6(String text, int end, boolean upper) {
        long[] halves = new long[2];
        int gap = -1;
        int group = 0;
        int[] groups = new int[8];
        int i = 0;
        while (i < end && group < 8) {
            if (text.charAt(i) == ':') {
                if (i + 1 < end && text.charAt(i + 1) == ':') {
                    gap = group;
                    i++;
                }
                i++;
                continue;
            }
            int colon = text.indexOf(':', i);
            int groupEnd = colon < 0 || colon > end ? end : colon;
            if (text.indexOf('.', i) >= 0 && text.indexOf('.', i) < groupEnd) {
                long ipv4 = ipv4(text, i, groupEnd);
                groups[group++] = (int) (ipv4 >> 16);
                groups[group++] = (int) (ipv4 & 0xffff);
            } else {
                groups[group++] = Integer.parseInt(text, i, groupEnd, 16);
            }
            i = groupEnd;
        }
        int shift = 8 - group;
        for (int at = 0; at < 8; at++) {
            int value = gap < 0 || at < gap ? groups[at] : at < gap + shift ? 0 : groups[at - shift];
            halves[at / 4] = halves[at / 4] << 16 | value;
        }
        return halves[upper ? 0 : 1];
    }
}
