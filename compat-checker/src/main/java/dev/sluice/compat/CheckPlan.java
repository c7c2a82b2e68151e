package dev.sluice.compat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Place;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check goes by.
 *
 * @param configuration what the configuration file of the new schemas says
 * @param options words of the command line: rules to use, which count instead of those of the configuration, and rules to
 *     leave out in any case
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

    /**
     * Remarks about what there is to check by.
     *
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    List<Notice> notices() throws UnknownRuleException {
        List<Notice> notices = new ArrayList<>(configuration.notices());
        for (SchemaModule module : configuration.modules()) {
            if (rules(module).isEmpty()) {
                Place place = new Place(configuration.file().orElse("command line"), 0, 0);
                String what = configuration.modules().size() == 1 ? "" : " module \"" + module.title() + "\"";
                notices.add(new Notice(Severity.WARNING, place, "no rule is left to check" + what + " by"));
            }
        }
        return notices;
    }
}
