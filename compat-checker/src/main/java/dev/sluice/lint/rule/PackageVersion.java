package dev.sluice.lint.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that the last part of a package is: {@code v1}, {@code v1beta1}, {@code v1p1alpha}, {@code v1test}. Numbers
 * are those Buf 1.75.0 takes: at least 1 and at most 2,147,483,647, leading zeros allowed.
 *
 * @param isStable whether packages of the version no longer change
 */
public record PackageVersion(boolean isStable) {
    private static final Pattern STABLE = Pattern.compile("v([0-9]+)");
    private static final Pattern UNSTABLE =
            Pattern.compile("v([0-9]+)(?:test.*|(?:p([0-9]+))?(?:alpha|beta)([0-9]+)?)", Pattern.DOTALL);

    /** The version of a package; empty where it is none, or the package has no part but this. */
    public static Optional<PackageVersion> of(String packageName) {
        int dot = packageName.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String last = packageName.substring(dot + 1);
        if (hasNumbers(STABLE.matcher(last))) {
            return Optional.of(new PackageVersion(true));
        }
        return hasNumbers(UNSTABLE.matcher(last)) ? Optional.of(new PackageVersion(false)) : Optional.empty();
    }

    private static boolean hasNumbers(Matcher version) {
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
