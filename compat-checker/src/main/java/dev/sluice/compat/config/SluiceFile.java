package dev.sluice.compat.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads {@code sluice.yaml}: the words of {@code buf.yaml} version v2, then {@code severity}, {@code waivers} and {@code
 * watched_options}.
 */
final class SluiceFile {
    private static final String VERSION = "v1";
    private static final Pattern FULL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private SluiceFile() {}

    static Configuration read(YamlMapping root) {
        YamlFile file = root.file();
        Vocabulary vocabulary = Vocabulary.of(Dialect.SLUICE);
        Optional<Text> version = root.text("version");
        if (!root.has("version")) {
            file.problem(root.placeOf("version"), "\"version\" is missing; write \"version: " + VERSION + "\"");
        } else if (version.isPresent() && !version.get().value().equals(VERSION)) {
            file.problem(
                    version.get().place(),
                    "unknown version " + YamlFile.quote(version.get().value()) + "; " + VERSION + " is known");
        }
        List<SchemaModule> modules = ModulesSection.read(root, Dialect.SLUICE);
        Map<String, Level> levels = levels(root, vocabulary);
        List<Waiver> waivers = WaiversSection.read(root, vocabulary);
        List<String> watchedOptions = watchedOptions(root);
        boolean acceptsSameShape = root.flag("accept_same_shape");
        root.done();
        return new Configuration(
                Optional.of(file.whole().file()),
                modules,
                levels,
                waivers,
                watchedOptions,
                acceptsSameShape,
                file.notices());
    }

    /** A rule's own level counts before those of its categories, and of these the one that weighs most. */
    private static Map<String, Level> levels(YamlMapping root, Vocabulary vocabulary) {
        Optional<YamlMapping> section = root.mapping("severity");
        if (section.isEmpty()) {
            return Map.of();
        }
        Map<String, Level> ofCategories = new TreeMap<>();
        Map<String, Level> own = new TreeMap<>();
        for (Text word : section.get().keys()) {
            Optional<Level> level = section.get().text(word.value()).flatMap(text -> level(text, root.file()));
            Vocabulary known = vocabularyOf(word, vocabulary);
            Optional<List<String>> rules = RuleWords.expand(word, known, root.file());
            if (!section.get().has(word.value())) {
                root.file().problem(word.place(), "the severity of " + YamlFile.quote(word.value()) + " is missing");
            }
            if (level.isEmpty() || rules.isEmpty()) {
                continue;
            }
            for (String rule : rules.get()) {
                if (known.isCategory(word.value())) {
                    ofCategories.merge(rule, level.get(), (a, b) -> a.compareTo(b) < 0 ? b : a);
                } else {
                    own.put(rule, level.get());
                }
            }
        }
        ofCategories.putAll(own);
        return ofCategories;
    }

    /** The words for rules about changes, or those for lint rules where the word is one of these. */
    private static Vocabulary vocabularyOf(Text word, Vocabulary changes) {
        if (changes.expand(word.value()).isPresent()) {
            return changes;
        }
        Vocabulary lint = Vocabulary.ofLint(Dialect.SLUICE);
        return lint.expand(word.value()).isPresent() ? lint : changes;
    }

    private static Optional<Level> level(Text word, YamlFile file) {
        Optional<Level> level = Level.of(word.value());
        if (level.isEmpty()) {
            file.unknown(word.place(), "%s is no severity; error, warn, info and off are", word.value(), Level.words());
        }
        return level;
    }

    private static List<String> watchedOptions(YamlMapping root) {
        List<String> names = new ArrayList<>();
        for (Text name : root.texts("watched_options")) {
            if (FULL_NAME.matcher(name.value()).matches()) {
                names.add(name.value());
            } else {
                root.file()
                        .problem(
                                name.place(),
                                YamlFile.quote(name.value())
                                        + " is not the full name of an option, such as acme.v1.timeout");
            }
        }
        return names;
    }
}
