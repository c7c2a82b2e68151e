package dev.sluice.compat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.rule.Rule;
import java.time.LocalDate;
import java.util.List;

/**
 * What a check goes by.
 *
 * @param configuration what the configuration file of the new schemas says
 * @param options words of the command line; where they name rules, these count instead of those of the configuration
 * @param today the day, in UTC, that decides which waivers have expired
 */
public record CheckPlan(Configuration configuration, CheckOptions options, LocalDate today) {

    /** Without a configuration file. */
    public static CheckPlan of(CheckOptions options) {
        return new CheckPlan(Configuration.DEFAULT, options, LocalDate.EPOCH);
    }

    /**
     * The rules that a module is checked by.
     *
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    List<Rule> rules(SchemaModule module) throws UnknownRuleException {
        return RuleSelection.select(module.breaking().rules(), options, configuration);
    }
}
