package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Verdict.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong provider is found by the rule that is meant to find it, for the right reason, and is not blamed by others. */
final class MutantTest {
    private static final int W = 2;
    private static final int Q = 4;

    /**
     * A wrong provider and what the kit must say.
     *
     * @param rule the rule that must fail
     * @param reason a part of its reason
     * @param also the other rules that the fault breaks too
     */
    record Mutant(Fault fault, String rule, String reason, Set<String> also) {
        @Override
        public String toString() {
            return fault + " is found by " + rule;
        }
    }

    static Stream<Mutant> mutants() {
        return Stream.of(
                // One item too many is one too many however it came in.
                mutant(Fault.OFF_BY_ONE_BOUND, "1.1", "1 of 10 submissions were accepted", "1.2"),
                mutant(Fault.UNBOUNDED_QUEUE, "1.1", "10 of 10 submissions were accepted", "1.2"),
                mutant(Fault.CHECK_THEN_ACT, "1.2", "28 of 28 submissions at once were accepted"),
                mutant(Fault.RECEIVE_THEN_ACQUIRE, "1.2", "5 of 28 submissions at once were accepted", "1.1"),
                mutant(Fault.BLOCKS_CALLER, "1.3", "24 of 28 submissions were not answered"),
                // Rule 1.1 counts the begins too.
                mutant(Fault.TASK_PER_ITEM, "1.4", "6 calls were in progress at once, not W = 2", "1.1"),
                mutant(Fault.SERIAL_WORKER, "1.4", "1 of W = 2 calls were in progress, though 2 items were accepted"),
                mutant(Fault.PLAIN_TEXT_500, "3.1", "Content-Type is \"text/plain\""),
                mutant(Fault.ERROR_IN_200, "3.1", "the HTTP status 200 of a refusal is no error"),
                mutant(Fault.RETRY_AFTER_MISSING, "3.2", "a 503 has no Retry-After"),
                mutant(Fault.RETRY_AFTER_ZERO, "3.2", "Retry-After is 0, below 1"),
                mutant(Fault.RETRY_AFTER_PAST_DATE, "3.2", "is no whole number of seconds"),
                mutant(Fault.RETRY_AFTER_MILLISECONDS, "3.2", "Retry-After is 200 seconds, above"),
                mutant(Fault.ENQUEUE_THEN_REFUSE, "3.3", "the refused item was executed"),
                mutant(
                        Fault.REFUSED_ID_REMEMBERED,
                        "3.3",
                        "submitted again, the refused item was answered 200, not 202"),
                mutant(Fault.EVERYTHING_429, "3.4", "a new item while full: 429 QUEUE_FULL, not 503 QUEUE_FULL"),
                mutant(Fault.EVERYTHING_503, "3.4", "deadline 0: 503 DEADLINE_EXCEEDED, not 504 DEADLINE_EXCEEDED"));
    }

    @Test
    void aCorrectProviderPassesEveryRule() {
        Report report = judge(Fault.NONE, Profile.standard());
        assertThat(report.with(Outcome.PASS))
                .as(TextReport.write(report))
                .hasSize(Tck.rules(RuleFilter.all()).size());
        assertThat(report.conforms()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyMutantIsFoundByItsRuleForItsReason(Mutant mutant) {
        Report report = judge(mutant.fault(), profile(mutant.fault()));

        Set<String> failed = report.with(Outcome.FAIL).stream()
                .map(result -> result.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(mutant.also());
        expected.add(mutant.rule());
        assertThat(failed).as(TextReport.write(report)).isEqualTo(expected);
        assertThat(report.with(Outcome.FAIL))
                .filteredOn(result -> result.rule().id().equals(mutant.rule()))
                .singleElement()
                .satisfies(result -> assertThat(result.verdict().reason()).contains(mutant.reason()));
        assertThat(report.conforms()).isFalse();
    }

    @Test
    void everyFaultHasItsMutant() {
        Set<Fault> covered = mutants().map(Mutant::fault).collect(Collectors.toSet());
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.NONE)
                        .toList());
    }

    private static Mutant mutant(Fault fault, String rule, String reason, String... also) {
        return new Mutant(fault, rule, reason, Set.of(also));
    }

    private static Report judge(Fault fault, Profile profile) {
        try (ScriptedProvider scripted = ScriptedProvider.start(W, Q, fault)) {
            return Tck.run(scripted.provider(), RuleFilter.all(), profile, 7, RunListener.SILENT);
        }
    }

    /** Two never do what is waited for: waiting longer would show nothing more. */
    private static Profile profile(Fault fault) {
        Profile quick = Profile.standard().withRounds(3);
        return switch (fault) {
            case BLOCKS_CALLER -> quick.waitingAtMost(Duration.ofSeconds(2));
            case SERIAL_WORKER -> quick.waitingAtMost(Duration.ofSeconds(1));
            default -> quick;
        };
    }
}
