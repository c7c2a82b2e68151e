package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedMain;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The kill matrix: each wrong provider is found by the rule that is meant to find it, for the right reason, and no required rule fails
 * that the fault does not break. Every required rule is in every row with {@code -Dsluice.matrix=true}; else those
 * of the mutant's chapter are. Every cell has a provider of its own, so that one rule's damage is not seen by the next; most of a cell
 * is waiting, so many are played at once.
 */
final class MutantTest {
    private static final int W = 2;
    private static final int Q = 4;
    private static final int AT_ONCE = 6;
    private static final long SEED = 7;
    private static final Profile PROFILE = Profile.quick().withRounds(1).waitingAtMost(Duration.ofSeconds(15));

    private static final boolean WHOLE_MATRIX = Boolean.getBoolean("sluice.matrix");

    private static final ExecutorService PLAYERS = Executors.newFixedThreadPool(AT_ONCE);

    /** Programs take their time to start on a busy machine: two at a time, and with more patience. */
    private static final ExecutorService LAUNCHERS = Executors.newFixedThreadPool(2);

    private static final Profile PATIENT = PROFILE.waitingAtMost(Duration.ofSeconds(20));

    @AfterAll
    static void end() {
        PLAYERS.shutdownNow();
        LAUNCHERS.shutdownNow();
    }

    @Test
    void aCorrectProviderPassesEveryRule() {
        Report report = Tck.run(command(Fault.NONE), RuleFilter.all(), Profile.standard(), SEED, RunListener.SILENT);
        assertThat(report.with(Outcome.PASS))
                .as(TextReport.write(report))
                .hasSize(Tck.rules(RuleFilter.all()).size());
        assertThat(report.conforms()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> everyMutantIsFoundByItsRuleForItsReason() {
        Map<Mutants.Mutant, List<Future<RuleResult>>> matrix = new LinkedHashMap<>();
        for (Mutants.Mutant mutant : Mutants.all()) {
            matrix.put(mutant, row(mutant));
        }
        return matrix.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(row.getKey().toString(), () -> judge(row.getKey(), row.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> everyMutantThatIsStartedAndEndedIsFoundByItsRuleForItsReason() {
        Map<Mutants.Mutant, List<Future<RuleResult>>> matrix = new LinkedHashMap<>();
        for (Mutants.Mutant mutant : Mutants.processes()) {
            matrix.put(
                    mutant,
                    List.of(
                            LAUNCHERS.submit(() -> launched(mutant, "8.5")),
                            LAUNCHERS.submit(() -> launched(mutant, "8.6"))));
        }
        return matrix.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(row.getKey().toString(), () -> judge(row.getKey(), row.getValue())));
    }

    @Test
    void everyFaultHasItsMutant() {
        Set<Fault> covered = Stream.concat(Mutants.all().stream(), Mutants.processes().stream())
                .map(Mutants.Mutant::fault)
                .collect(Collectors.toSet());
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.NONE)
                        .toList());
    }

    @Test
    void everyRequiredRuleHasItsMutant() {
        Set<String> killed = Stream.concat(Mutants.all().stream(), Mutants.processes().stream())
                .map(Mutants.Mutant::rule)
                .collect(Collectors.toSet());
        assertThat(killed)
                .containsAll(
                        Tck.rules(RuleFilter.all()).stream().map(RuleText::id).toList());
    }

    private static List<Future<RuleResult>> row(Mutants.Mutant mutant) {
        List<Future<RuleResult>> cells = new ArrayList<>();
        for (RuleText rule : Tck.rules(WHOLE_MATRIX ? RuleFilter.all() : near(mutant))) {
            cells.add(PLAYERS.submit(() -> cell(mutant.fault(), rule)));
        }
        return cells;
    }

    /** The rules of the mutant's own chapter, and those that the fault breaks elsewhere. */
    private static RuleFilter near(Mutants.Mutant mutant) {
        Set<String> numbers = new TreeSet<>(mutant.broken());
        numbers.add(mutant.rule().substring(0, mutant.rule().indexOf('.')));
        return RuleFilter.only(numbers.toArray(String[]::new));
    }

    private static RuleResult cell(Fault fault, RuleText rule) {
        try (ScriptedProvider scripted = ScriptedProvider.start(W, Q, fault)) {
            return Tck.run(scripted.provider(), rule::equals, PROFILE, SEED, RunListener.SILENT)
                    .results()
                    .get(0);
        }
    }

    private static RuleResult launched(Mutants.Mutant mutant, String rule) {
        return Tck.run(command(mutant.fault()), RuleFilter.only(rule), PATIENT, SEED, RunListener.SILENT)
                .results()
                .get(0);
    }

    private static void judge(Mutants.Mutant mutant, List<Future<RuleResult>> row) throws Exception {
        List<RuleResult> results = new ArrayList<>();
        for (Future<RuleResult> cell : row) {
            results.add(cell.get());
        }
        Report report = new Report(SEED, mutant.toString(), 0, results);
        boolean required = mutant.test().startsWith("required");
        Set<String> failed = report.with(Outcome.FAIL).stream()
                .map(result -> result.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        failed.removeAll(mutant.perhaps());
        assertThat(failed).as(TextReport.write(report)).isEqualTo(mutant.broken());
        assertThat(report.with(required ? Outcome.FAIL : Outcome.SKIP))
                .as(TextReport.write(report))
                .filteredOn(result -> result.rule().testName().equals(mutant.test()))
                .singleElement()
                .satisfies(result -> assertThat(result.verdict().reason()).contains(mutant.reason()));
        assertThat(report.conforms()).isEqualTo(!required);
    }

    private static ProviderCommand command(Fault fault) {
        return ProviderCommand.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedMain.class.getName(),
                        fault.name())
                .withLimits(W, Q)
                .readyWithin(Duration.ofSeconds(30));
    }
}
