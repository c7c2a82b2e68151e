package dev.sluice.schema.parse;

/** Finds the end of a number token and whether it is a float, and reports malformed numbers. */
final class NumberScanner {
    private final byte[] source;
    private final FileProblems problems;
    private boolean isFloat;

    NumberScanner(byte[] source, FileProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Whether the number scanned last had a decimal point or an exponent. */
    boolean isFloat() {
        return isFloat;
    }

    /** The offset after the number that begins at {@code from} with a digit, or with a point before a digit. */
    int scan(int from) {
        isFloat = false;
        int p = from;
        if (source[p] == '0' && (byteAt(p + 1) | 0x20) == 'x') {
            p = hexadecimal(p + 2);
        } else if (source[p] == '0' && isDigit(byteAt(p + 1))) {
            p = octal(p + 1);
        } else {
            p = decimal(p);
        }
        int next = byteAt(p);
        if (isLetter(next)) {
            problems.report(p, "expected a space between the number and the name");
        } else if (next == '.') {
            problems.report(
                    p,
                    isFloat
                            ? "a number has at most one decimal point, before its exponent"
                            : "hexadecimal and octal numbers have no decimal point");
        }
        return p;
    }

    private int hexadecimal(int from) {
        int p = from;
        while (isHexDigit(byteAt(p))) {
            p++;
        }
        if (p == from) {
            problems.report(p, "expected hexadecimal digits after \"0x\"");
        }
        return p;
    }

    private int octal(int from) {
        int p = from;
        while (byteAt(p) >= '0' && byteAt(p) <= '7') {
            p++;
        }
        if (isDigit(byteAt(p))) {
            problems.report(p, "a number that begins with 0 is octal and has digits 0 to 7; drop the leading zero");
            p = digits(p);
        }
        return p;
    }

    private int decimal(int from) {
        int p = digits(from);
        if (byteAt(p) == '.') {
            isFloat = true;
            p = digits(p + 1);
        }
        if ((byteAt(p) | 0x20) == 'e') {
            isFloat = true;
            p++;
            if (byteAt(p) == '-' || byteAt(p) == '+') {
                p++;
            }
            int exponent = p;
            p = digits(p);
            if (p == exponent) {
                problems.report(p, "expected digits after the exponent's \"e\"");
            }
        }
        return p;
    }

    private int digits(int from) {
        int p = from;
        while (isDigit(byteAt(p))) {
            p++;
        }
        return p;
    }

    private int byteAt(int offset) {
        return offset < source.length ? source[offset] : 0;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isHexDigit(int b) {
        return isDigit(b) || (b | 0x20) >= 'a' && (b | 0x20) <= 'f';
    }

    private static boolean isLetter(int b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b == '_';
    }
}
