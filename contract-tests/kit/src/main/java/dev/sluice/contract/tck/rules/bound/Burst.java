package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import java.util.List;
import java.util.stream.Collectors;

/**
 * W items run and are held; more submissions than can be queued are released at one barrier; the sink stays shut until the last reply.
 *
 * @param submissions the competing submissions
 */
record Burst(List<Submission> submissions) {
    /** Plays it; the sink is shut afterwards. */
    static Burst play(Stage stage) {
        stage.occupied();
        return new Burst(stage.submitTogether(
                stage.items(stage.limits().queued() + stage.profile().surplus())));
    }

    long accepted() {
        return submissions.stream()
                .filter(submission -> submission.accepted() || submission.replayed())
                .count();
    }

    /** Sent, and without a reply. */
    long unanswered() {
        return count(Exchange.Unanswered.class);
    }

    /** Why there were no replies, each reason once. */
    String silence() {
        return submissions.stream()
                .map(Submission::exchange)
                .filter(Exchange.Unanswered.class::isInstance)
                .map(Exchange::summary)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Not sent, because the kit got no connection. */
    long notSent() {
        return count(Exchange.NotSent.class);
    }

    private long count(Class<? extends Exchange> kind) {
        return submissions.stream()
                .filter(submission -> kind.isInstance(submission.exchange()))
                .count();
    }
}
