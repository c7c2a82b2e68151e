package dev.sluice.compat.config;

import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The categories of lint rules in each kind of configuration file, and the rules that it knows. */
final class LintVocabulary {
    private static final Set<String> SINCE_V2 = Set.of("FIELD_NOT_REQUIRED", "STABLE_PACKAGE_NO_IMPORT_UNSTABLE");
    private static final Set<String> SINCE_V1 =
            Set.of("IMPORT_USED", "PACKAGE_NO_IMPORT_CYCLE", "PROTOVALIDATE", "SYNTAX_SPECIFIED");
    private static final String BEFORE_V1 = "FIELD_NO_DESCRIPTOR";
    private static final String CYCLES = "PACKAGE_NO_IMPORT_CYCLE";
    private static final String FIRST_VALUE = "ENUM_FIRST_VALUE_ZERO";
    private static final Map<String, String> LAYOUT_V1BETA1 = Map.of(
            "DIRECTORY_SAME_PACKAGE", "FILE_LAYOUT",
            "PACKAGE_DIRECTORY_MATCH", "FILE_LAYOUT",
            "PACKAGE_SAME_DIRECTORY", "FILE_LAYOUT",
            "ENUM_NO_ALLOW_ALIAS", "SENSIBLE",
            "FIELD_NO_DESCRIPTOR", "SENSIBLE",
            "IMPORT_NO_PUBLIC", "SENSIBLE",
            "PACKAGE_DEFINED", "SENSIBLE");

    private LintVocabulary() {}

    /** The rules a kind of file knows. */
    static List<LintRule> rules(Dialect dialect) {
        List<LintRule> rules = new ArrayList<>(LintCatalogue.rules());
        rules.removeIf(rule -> switch (dialect) {
            case SLUICE -> false;
            case BUF_V2 -> rule.id().equals(BEFORE_V1);
            case BUF_V1 -> rule.id().equals(BEFORE_V1) || SINCE_V2.contains(rule.id());
            case BUF_V1BETA1 -> SINCE_V1.contains(rule.id()) || SINCE_V2.contains(rule.id());
        });
        return rules;
    }

    /** The ids of the rules of each category; DEFAULT is Buf's earlier word for STANDARD. */
    static Map<String, List<String>> categories(Dialect dialect) {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (LintCategory category : LintCategory.values()) {
            categories.put(category.name(), new ArrayList<>());
        }
        Map<String, List<String>> further = new TreeMap<>();
        for (LintRule rule : rules(dialect)) {
            for (String category : categories(rule, dialect)) {
                (categories.containsKey(category) ? categories : further)
                        .computeIfAbsent(category, absent -> new ArrayList<>())
                        .add(rule.id());
            }
        }
        categories.putAll(further);
        if (dialect != Dialect.SLUICE) {
            copy("STANDARD", "DEFAULT", categories);
        }
        if (dialect == Dialect.BUF_V1BETA1) {
            copy("STYLE_STANDARD", "STYLE_DEFAULT", categories);
        }
        return categories;
    }

    private static void copy(String from, String to, Map<String, List<String>> categories) {
        categories.put(to, categories.getOrDefault(from, List.of()));
    }

    private static List<String> categories(LintRule rule, Dialect dialect) {
        List<String> categories = new ArrayList<>(
                rule.categories().stream().map(LintCategory::name).toList());
        if (dialect == Dialect.BUF_V1 && rule.id().equals(CYCLES)) {
            return List.of();
        }
        return dialect == Dialect.BUF_V1BETA1 ? ofV1Beta1(rule.id(), categories) : categories;
    }

    /** In v1beta1 groups of rules have further names, and more rules are in MINIMAL. */
    private static List<String> ofV1Beta1(String rule, List<String> categories) {
        if (rule.equals(FIRST_VALUE)) {
            return List.of("OTHER");
        }
        String group = rule.startsWith("PACKAGE_SAME_")
                ? LAYOUT_V1BETA1.getOrDefault(rule, "PACKAGE_AFFINITY")
                : LAYOUT_V1BETA1.get(rule);
        if (group != null) {
            return List.of("MINIMAL", "BASIC", "STANDARD", group);
        }
        List<String> styled = new ArrayList<>(categories);
        if (categories.contains("BASIC")) {
            styled.add("STYLE_BASIC");
        }
        if (categories.contains("STANDARD")) {
            styled.add("STYLE_STANDARD");
        }
        return styled;
    }
}
