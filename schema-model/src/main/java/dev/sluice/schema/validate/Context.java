package dev.sluice.schema.validate;

import dev.sluice.schema.model.LinkProblems;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.option.OptionTypes;
import org.jspecify.annotations.Nullable;

/** Where the checks of one set find what they need and report what they find. Safe for several threads. */
final class Context {
    private final SchemaSet set;
    private final LinkProblems problems;
    private final OptionTypes optionTypes;
    private volatile @Nullable OptionGuards guards;

    Context(SchemaSet set, LinkProblems problems) {
        this.set = set;
        this.problems = problems;
        this.optionTypes = new OptionTypes(set);
    }

    LinkProblems problems() {
        return problems;
    }

    /** The options messages that the set's options were interpreted with. */
    OptionTypes optionTypes() {
        return optionTypes;
    }

    /** The options whose use is restricted, found out when they are first asked for. */
    OptionGuards guards() {
        OptionGuards known = guards;
        if (known == null) {
            known = new OptionGuards(optionTypes, set);
            guards = known;
        }
        return known;
    }
}
