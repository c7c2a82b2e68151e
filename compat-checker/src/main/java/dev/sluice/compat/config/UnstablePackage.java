package dev.sluice.compat.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages whose last part says that they may still change: {@code foo.v1beta1}, {@code foo.v1p1alpha}, {@code
 * foo.v1test}. Numbers are those Buf 1.75.0 takes: at least 1 and at most 2,147,483,647, leading zeros allowed.
 */
final class UnstablePackage {
    private static final Pattern VERSION =
            Pattern.compile("v([0-9]+)(?:test.*|(?:p([0-9]+))?(?:alpha|beta)([0-9]+)?)", Pattern.DOTALL);

    private UnstablePackage() {}

    static boolean matches(String packageName) {
        int dot = packageName.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        Matcher version = VERSION.matcher(packageName.substring(dot + 1));
        if (!version.matches()) {
            return false;
        }
        for (int group = 1; group <= version.groupCount(); group++) {
            if (version.group(group) != null && !isPositiveInt(version.group(group))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPositiveInt(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + (digits.charAt(i) - '0');
            if (value > Integer.MAX_VALUE) {
                return false;
            }
        }
        return value > 0;
    }
}
