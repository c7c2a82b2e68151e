package dev.sluice.lint.rule;

import dev.sluice.lint.constraint.ConstraintFlaws;
import dev.sluice.lint.constraint.Flaw;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.option.OptionsKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The constraints of buf.validate can be met, and fit what they constrain. */
final class ConstraintFlawed extends ElementRule<Element> {
    ConstraintFlawed() {
        super(
                Element.class,
                "PROTOVALIDATE",
                "Constraints for protovalidate fit what they constrain, and do not contradict each other.",
                "validation refuses every value, checks nothing or fails with an error when the first message comes",
                "Make the constraints say what values are good, each once and for the type it is for.",
                LintCategory.STANDARD);
    }

    @Override
    void check(Element element, Inspection inspection) {
        for (Flaw flaw : ConstraintFlaws.of(element)) {
            inspection.add(this, spot(element, flaw, inspection), "\"" + element.name() + "\": " + flaw.what());
        }
    }

    private static Spot spot(Element element, Flaw flaw, Inspection inspection) {
        int[] options = element.path();
        int least = options.length + 2;
        int[] path = Arrays.copyOf(options, least - 1 + flaw.path().size());
        path[options.length] = OptionsKind.of(element).fieldNumber();
        for (int i = 0; i < flaw.path().size(); i++) {
            path[least - 1 + i] = flaw.path().get(i);
        }
        Optional<Location> nearest = inspection.locations(element.file()).nearest(path, least);
        String subject = element.fullName() + " " + flaw.path();
        return new Spot(
                element.file(),
                subject,
                nearest.map(Location::path).map(List::of).orElse(List.of()),
                List.of());
    }
}
