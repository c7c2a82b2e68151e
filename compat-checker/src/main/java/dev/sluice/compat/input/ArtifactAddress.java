package dev.sluice.compat.input;

import java.util.List;
import java.util.Optional;

/**
 * What {@code gav:GROUP:ARTIFACT[:VERSION[:TYPE[:CLASSIFIER]]]} names. Without a version, or with {@code <VERSION}, it is
 * the latest release, or the latest below a version.
 *
 * @param version the version, empty for the latest release
 * @param below the version that the latest release is to be below, empty for any
 * @param type the file's suffix, {@code jar} where none is given
 * @param classifier the classifier, empty for none
 */
public record ArtifactAddress(
        String group,
        String artifact,
        Optional<String> version,
        Optional<String> below,
        String type,
        Optional<String> classifier) {
    private static final String SCHEME = "gav:";
    private static final String FORM = "write gav:GROUP:ARTIFACT, gav:GROUP:ARTIFACT:VERSION or"
            + " gav:GROUP:ARTIFACT:<VERSION, and perhaps :TYPE and :CLASSIFIER after the version";

    /** Whether an argument is meant as the coordinates of an artifact. */
    public static boolean matches(String argument) {
        return argument.startsWith(SCHEME);
    }

    /**
     * Reads coordinates.
     *
     * @throws BadAddressException if they are not of this form
     */
    public static ArtifactAddress parse(String argument) throws BadAddressException {
        List<String> parts = List.of(argument.substring(SCHEME.length()).split(":", -1));
        if (parts.size() < 2 || parts.size() > 5) {
            throw new BadAddressException(argument, FORM);
        }
        String version = parts.size() > 2 ? parts.get(2) : "";
        boolean isBound = version.startsWith("<");
        for (int i = 0; i < parts.size(); i++) {
            String part = i == 2 && isBound ? version.substring(1) : parts.get(i);
            boolean isLatest = i == 2 && version.isEmpty() && parts.size() > 3;
            if (!isLatest && !isPart(part)) {
                throw new BadAddressException(argument, FORM);
            }
        }
        return new ArtifactAddress(
                parts.get(0),
                parts.get(1),
                isBound || version.isEmpty() ? Optional.empty() : Optional.of(version),
                isBound ? Optional.of(version.substring(1)) : Optional.empty(),
                parts.size() > 3 ? parts.get(3) : "jar",
                parts.size() > 4 ? Optional.of(parts.get(4)) : Optional.empty());
    }

    /** Whether all characters are letters, digits, dots, dashes, underscores and plus signs, and there is one. */
    private static boolean isPart(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c >= 'A' && c <= 'Z'
                                || c >= 'a' && c <= 'z'
                                || c >= '0' && c <= '9'
                                || "._-+".indexOf(c) >= 0);
    }

    /** The coordinates with a version that was found. */
    public String at(String found) {
        return group + ":" + artifact + ":" + found
                + (type.equals("jar") && classifier.isEmpty() ? "" : ":" + type)
                + classifier.map(word -> ":" + word).orElse("");
    }
}
