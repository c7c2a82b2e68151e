package dev.sluice.contract.tck.rules.refusals;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;

/** How the rules of chapter 3 get a refusal: from a full provider. */
final class Refusals {
    private Refusals() {}

    /**
     * A submission that the full provider refused.
     *
     * @throws ConditionNotMetException if it was accepted or not answered
     */
    static Submission refuse(Stage stage, Item item) {
        Submission submission = stage.submit(item);
        if (!submission.refused()) {
            throw new ConditionNotMetException(
                    "a submission to a full provider was not refused but " + submission.summary());
        }
        return submission;
    }
}
