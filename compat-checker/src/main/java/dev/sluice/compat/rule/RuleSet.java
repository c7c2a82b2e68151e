package dev.sluice.compat.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules by what they see.
 *
 * @param oldFiles those about old files
 * @param files those about pairs of files
 * @param elements those about pairs of elements of any kind
 * @param messages those about pairs of messages
 * @param fields those about pairs of fields or extensions
 * @param deletedFields those about fields that are gone
 * @param enums those about pairs of enums
 * @param enumNumbers those about the names of an enum's numbers
 * @param services those about pairs of services
 * @param rpcs those about pairs of RPCs
 */
public record RuleSet(
        List<OldFileRule> oldFiles,
        List<FileRule> files,
        List<ElementRule> elements,
        List<MessageRule> messages,
        List<FieldRule> fields,
        List<DeletedFieldRule> deletedFields,
        List<EnumRule> enums,
        List<EnumNumberRule> enumNumbers,
        List<ServiceRule> services,
        List<RpcRule> rpcs) {

    /**
     * Sorts rules by their kind.
     *
     * @param watchedOptions the full names of custom options whose values must not change
     */
    public static RuleSet of(List<Rule> rules, List<String> watchedOptions) {
        return new RuleSet(
                only(OldFileRule.class, rules),
                only(FileRule.class, rules),
                elements(rules, watchedOptions),
                only(MessageRule.class, rules),
                only(FieldRule.class, rules),
                only(DeletedFieldRule.class, rules),
                only(EnumRule.class, rules),
                only(EnumNumberRule.class, rules),
                only(ServiceRule.class, rules),
                only(RpcRule.class, rules));
    }

    private static List<ElementRule> elements(List<Rule> rules, List<String> watchedOptions) {
        List<ElementRule> elements = new ArrayList<>();
        for (ElementRule rule : only(ElementRule.class, rules)) {
            elements.add(rule.watching(watchedOptions));
        }
        return elements;
    }

    private static <R extends Rule> List<R> only(Class<R> kind, List<Rule> rules) {
        List<R> found = new ArrayList<>();
        for (Rule rule : rules) {
            if (kind.isInstance(rule)) {
                found.add(kind.cast(rule));
            }
        }
        return found;
    }
}
