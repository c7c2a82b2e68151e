package dev.sluice.contract.tck.rules.refusals;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import java.util.Optional;

/**
 * One row of rule 3.4: a request and the reason with which it is refused.
 *
 * @param when what is wrong with the request, in words
 */
record ReasonRow(String when, HttpRequest request, RefusalReason expected) {
    /**
     * What playing a row found.
     *
     * @param readable whether there was a refusal to judge; its absence is the affair of rules 1.1 and 3.1
     * @param fault what is wrong with it
     */
    record Finding(boolean readable, Optional<String> fault) {}

    Finding play(Stage stage) {
        HttpReply reply = Stage.reply(when, stage.send(request));
        Optional<String> reason = Submission.object(reply).flatMap(body -> body.text("reason"));
        String got = reply.status() + " "
                + reason.map(text -> text.replace("REFUSAL_REASON_", "")).orElse("without a reason");
        stage.note(when + " -> " + got);
        if (reply.status() == 202 && expected == RefusalReason.QUEUE_FULL) {
            return new Finding(false, Optional.empty());
        }
        if (reply.status() == 202) {
            return new Finding(true, Optional.of(when + ": accepted with 202, not refused with " + wanted()));
        }
        if (reply.status() < 400 || reason.isEmpty()) {
            return new Finding(false, Optional.empty());
        }
        boolean right =
                reply.status() == expected.status() && expected.wireName().equals(reason.get());
        return new Finding(true, right ? Optional.empty() : Optional.of(when + ": " + got + ", not " + wanted()));
    }

    private String wanted() {
        return expected.status() + " " + expected.name();
    }
}
