package dev.sluice.compat.config;

import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.EnumSet;
import java.util.Set;

/** A kind of configuration file; kinds differ in the rules they know and in the categories these belong to. */
public enum Dialect {
    /** {@code buf.yaml} with {@code version: v1beta1}. */
    BUF_V1BETA1,
    /** {@code buf.yaml} with {@code version: v1}. */
    BUF_V1,
    /** {@code buf.yaml} with {@code version: v2}. */
    BUF_V2,
    /** {@code sluice.yaml}, and the command line. */
    SLUICE;

    private static final Set<String> SINCE_V2 =
            Set.of("EXTENSION_NO_DELETE", "FIELD_SAME_DEFAULT", "PACKAGE_EXTENSION_NO_DELETE");
    private static final Set<String> SINCE_V1 = Set.of("FIELD_WIRE_COMPATIBLE_TYPE", "FIELD_WIRE_JSON_COMPATIBLE_TYPE");

    /** The categories a rule belongs to; none where this kind of file does not know the rule. */
    Set<Category> categoriesOf(Rule rule) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        switch (this) {
            case SLUICE -> categories.addAll(rule.categories());
            case BUF_V2 -> {
                categories.addAll(rule.categories());
                categories.removeIf(category -> !category.isOfBuf());
            }
            case BUF_V1 -> addV1(rule, categories);
            case BUF_V1BETA1 -> addV1Beta1(rule, categories);
        }
        return categories;
    }

    private static void addV1(Rule rule, Set<Category> categories) {
        if (!SINCE_V2.contains(rule.id())) {
            categories.addAll(rule.categories());
            categories.removeIf(category -> !category.isOfBuf());
            categories.remove(Category.CSR);
        }
    }

    private static void addV1Beta1(Rule rule, Set<Category> categories) {
        if (SINCE_V1.contains(rule.id())) {
            return;
        }
        addV1(rule, categories);
        switch (rule.id()) {
            case "FIELD_SAME_CARDINALITY", "FIELD_SAME_TYPE" -> {
                categories.add(Category.WIRE);
                categories.add(Category.WIRE_JSON);
            }
            case "FILE_SAME_PACKAGE" -> categories.retainAll(EnumSet.of(Category.FILE));
            default -> {}
        }
    }

    /** Whether comments in schemas may ask for rules to be ignored where the file says nothing about it. */
    boolean takesCommentIgnores() {
        return this == BUF_V2 || this == SLUICE;
    }

    /** Whether files of this kind may name a deprecated rule about changes. */
    boolean knows(DeprecatedRule rule) {
        return this != BUF_V2 || rule == DeprecatedRule.MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT;
    }
}
