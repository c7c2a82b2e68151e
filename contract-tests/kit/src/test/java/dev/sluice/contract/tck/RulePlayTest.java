package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.sink.Sink;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Venue;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is played a second time, and what is not. */
final class RulePlayTest {
    private static final Duration STALL = Duration.ofSeconds(3);

    /** A rule that comes to nothing when it is played first, and holds when it is played again. */
    private static final class SecondTime implements Rule {
        private final List<String> items = new ArrayList<>();

        @Override
        public RuleText text() {
            return new RuleText("0.0", RuleType.REQUIRED, "secondTime", "It holds.", "The second time.");
        }

        @Override
        public Verdict check(Stage stage) {
            items.add(stage.item().id());
            if (items.size() == 1) {
                throw new ConditionNotMetException("nothing was answered");
            }
            return Verdict.pass();
        }
    }

    private static RuleResult play(Rule rule, Duration... stalls) {
        Deque<Duration> left = new ArrayDeque<>(List.of(stalls));
        try (ScriptedProvider provider = ScriptedProvider.start(1, 1, Fault.NONE);
                Sink sink = Sink.start(0)) {
            Profile profile = Profile.quick();
            OnceClient client = new OnceClient(provider.provider().base(), profile.replyTimeout());
            long ends = System.nanoTime() + profile.limit().toNanos();
            Venue venue = new Venue(client, sink, profile, Optional.empty(), ends, System::nanoTime, 1);
            return new RulePlay(venue, "run", left::remove).judge(rule);
        }
    }

    @Test
    void whatCameToNothingWhileTheKitStoodStillIsPlayedAgainWithOtherItems() {
        SecondTime rule = new SecondTime();

        RuleResult result = play(rule, Duration.ZERO, STALL);

        assertThat(result.verdict()).isEqualTo(Verdict.pass());
        assertThat(rule.items).hasSize(2).doesNotHaveDuplicates();
        assertThat(TextReport.explain(result))
                .contains("nothing was answered; played again, since this machine let the kit stand still for 3000 ms");
    }

    @Test
    void whatCameToNothingByItselfIsNot() {
        RuleResult result = play(new SecondTime(), STALL, Duration.ZERO);

        assertThat(result.verdict()).isEqualTo(Verdict.inconclusive("nothing was answered"));
    }

    /** The clock is read before and after each sleep; at the fourth time an hour has passed. */
    @Test
    void aStallIsSeenOnceAndOnlyWhereItIsLong() throws InterruptedException {
        AtomicInteger reads = new AtomicInteger();
        long hour = Duration.ofHours(1).toNanos();
        try (Stalls stalls = Stalls.watch(() -> reads.incrementAndGet() < 4 ? 0 : hour)) {
            Duration seen = stalls.take();
            for (int i = 0; i < 3000 && seen.isZero(); i++) {
                Thread.sleep(10);
                seen = stalls.take();
            }
            assertThat(seen).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
            assertThat(stalls.take()).isZero();
        }
    }
}
