package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.option.OptionsKind;

/**
 * Options stand on the kinds of elements they are for, in the editions that have them; features stand in editions only
 * (descriptor.proto, FieldOptions.targets and feature_support).
 */
final class OptionUseCheck implements EveryElementCheck {
    @Override
    public void check(Element element, Context context) {
        Options options = element.options();
        if (options.encoded().length == 0) {
            return;
        }
        OptionsKind kind = OptionsKind.of(element);
        Edition edition = element.file().edition();
        boolean features = !options.lengthDelimited(kind.featuresNumber()).isEmpty();
        if (features && !edition.isEdition()) {
            context.problems()
                    .reportOption(
                            element,
                            "features are for editions only; remove them, or write edition = \"2023\" instead of syntax",
                            kind.fieldNumber(),
                            kind.featuresNumber());
            return;
        }
        // Without a descriptor.proto of the set's own there are only standard options, and few of those are restricted.
        boolean restricted = features || (kind == OptionsKind.FILE && edition.compareTo(Edition.EDITION_2024) >= 0);
        if (restricted || !context.optionTypes().areBuiltIn()) {
            new OptionUse(element, kind, context).check();
        }
    }
}
