package dev.sluice.lint.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes the text of a schema in what lint rules look at: names, comments, imports, options, streams. */
final class StyleEdits {
    private static final Pattern MEMBER =
            Pattern.compile("(?m)^[ ]+(?:(?:optional|required|repeated) )?[\\w.<>, ]+? (\\w+) = \\d+");
    private static final Pattern VALUE = Pattern.compile("(?m)^[ ]+([A-Z][A-Z0-9_]*) = \\d+");
    private static final Pattern TYPE = Pattern.compile("(?m)^[ ]*(?:message|enum|service|oneof) (\\w+) \\{");
    private static final Pattern RPC = Pattern.compile("(?m)^[ ]+rpc (\\w+)[ ]?\\(");
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ ]*//.*\\n");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^[ ]*(?=\\w)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package [\\w.]+;\\n");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?=\")");
    private static final Pattern OPTION = Pattern.compile(
            "(?m)^option (?:java_package|go_package|csharp_namespace|php_namespace|ruby_package) = \"([^\"]+)\"");
    private static final Pattern MULTIPLE_FILES = Pattern.compile("(?m)^option java_multiple_files = true;\\n");
    private static final Pattern REQUEST = Pattern.compile("\\((?=\\.?[A-Z]\\w*\\)\\s+returns)");
    private static final List<String> RULES = List.of(
            "FIELD_LOWER_SNAKE_CASE", "COMMENT_FIELD", "ENUM_VALUE_PREFIX", "MESSAGE_PASCAL_CASE", "IMPORT_USED");

    private final Random random;

    StyleEdits(Random random) {
        this.random = random;
    }

    /** The text with one change more, or the same where what was to be changed is not there. */
    String apply(String text) {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> rename(text, MEMBER);
            case 3 -> rename(text, VALUE);
            case 4 -> rename(text, TYPE);
            case 5 -> rename(text, RPC);
            case 6 -> replace(text, COMMENT, 0, "");
            case 7 -> insert(text, STATEMENT, "// buf:lint:ignore " + RULES.get(random.nextInt(RULES.size())) + "\n");
            case 8 -> insertAfter(text, PACKAGE, "import \"google/protobuf/" + unused() + ".proto\";\n");
            case 9 -> insertAfter(text, IMPORT, "public ");
            case 10 -> replace(text, OPTION, 1, "other.v" + random.nextInt(3));
            case 11 -> replace(text, MULTIPLE_FILES, 0, "");
            default -> insertAfter(text, REQUEST, "stream ");
        };
    }

    private String unused() {
        return List.of("source_context", "api", "type").get(random.nextInt(3));
    }

    private String rename(String text, Pattern pattern) {
        List<MatchResult> all = pattern.matcher(text).results().toList();
        if (all.isEmpty()) {
            return text;
        }
        MatchResult name = all.get(random.nextInt(all.size()));
        return replaced(text, name.start(1), name.end(1), restyled(name.group(1)));
    }

    private String restyled(String name) {
        return switch (random.nextInt(9)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            case 2 -> name + "_2";
            case 3 -> name + "2X";
            case 4 -> "_" + name;
            case 5 -> name + "__";
            case 6 -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
            case 7 -> name.replaceFirst("_", "__");
            default -> camel(name);
        };
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_")) {
            camel.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.isEmpty() ? name : camel.toString();
    }

    private String replace(String text, Pattern pattern, int group, String by) {
        List<MatchResult> all = pattern.matcher(text).results().toList();
        if (all.isEmpty()) {
            return text;
        }
        MatchResult one = all.get(random.nextInt(all.size()));
        return replaced(text, one.start(group), one.end(group), by);
    }

    private String insert(String text, Pattern pattern, String piece) {
        List<Integer> places = new ArrayList<>();
        pattern.matcher(text).results().forEach(place -> places.add(place.start()));
        if (places.isEmpty()) {
            return text;
        }
        int place = places.get(random.nextInt(places.size()));
        return replaced(text, place, place, piece);
    }

    private String insertAfter(String text, Pattern pattern, String piece) {
        List<Integer> places = new ArrayList<>();
        pattern.matcher(text).results().forEach(place -> places.add(place.end()));
        if (places.isEmpty()) {
            return text;
        }
        int place = places.get(random.nextInt(places.size()));
        return replaced(text, place, place, piece);
    }

    private static String replaced(String text, int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }
}
