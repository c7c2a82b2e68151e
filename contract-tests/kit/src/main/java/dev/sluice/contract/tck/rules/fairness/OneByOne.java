package dev.sluice.contract.tck.rules.fairness;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Stage;
import java.util.List;

/** Lets held calls end one at a time, so that the order in which queued items begin is exact. */
final class OneByOne {
    private OneByOne() {}

    /**
     * Ends calls in the order in which they began until so many have begun in all.
     *
     * @return the ids in the order in which their calls began
     * @throws ConditionNotMetException if the next item does not begin
     */
    static List<String> release(Stage stage, int total) {
        for (int ended = 0; stage.sink().log().begun().size() < total; ended++) {
            List<String> begun = stage.sink().log().begun();
            stage.sink().release(begun.get(ended));
            if (!stage.eventually(() -> stage.sink().log().begun().size() > begun.size())) {
                throw new ConditionNotMetException(begun.size() + " of " + total + " items began, and no more");
            }
        }
        return stage.sink().log().begun();
    }
}
