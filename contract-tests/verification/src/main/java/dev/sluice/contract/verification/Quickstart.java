package dev.sluice.contract.verification;

import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.codegen.OutputFolder;
import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.report.PathNames;
import dev.sluice.compat.report.TextReporter;
import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleResult;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.TextReport;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole chain in one command: schemas against their released baseline, bindings, then contracts and rules against
 * both reference workers and rules against both reference producers. Progress goes to standard error, one table to standard output; the exit status is 0 if all held,
 * 1 if something did not, 2 if something could not be run.
 */
public final class Quickstart {
    private final Path root;
    private final PrintStream progress;
    private final QuickstartTable table = new QuickstartTable();
    private final long seed = System.nanoTime();

    private Quickstart(Path root, PrintStream progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Runs everything and ends the JVM with the exit status. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            boolean help = arguments[0].equals("--help") || arguments[0].equals("-h");
            (help ? System.out : System.err)
                    .println("Usage: sluice quickstart\n\nChecks schemas/ against the released"
                            + " baseline, generates bindings, and runs the contracts and the test kit\nagainst the Go and the Rust"
                            + " reference worker and producer. Takes no arguments.");
            System.exit(help ? 0 : 2);
        }
        // Pact's verifier leaves threads behind that are no daemons.
        System.exit(new Quickstart(Path.of(System.getProperty("sluice.root", ".")), System.err).run(System.out));
    }

    private int run(PrintStream out) {
        long began = System.nanoTime();
        try {
            checkSchemas();
            Path pacts = writeContracts();
            List<Peer> peers = builtPeers();
            // Clients wait most of the time: both are watched while the workers are at work.
            Map<Peer, InFlight<Report>> clients = new LinkedHashMap<>();
            peers.forEach(peer -> clients.put(peer, InFlight.begin(() -> runClient(peer))));
            peers.forEach(peer -> runWorker(peer, pacts));
            clients.forEach((peer, report) -> addRules(peer.name() + " producer", report.result()));
        } catch (IOException | ProviderStartException | IllegalStateException e) {
            progress.println("sluice quickstart: " + e.getMessage());
            return 2;
        }
        out.print(table.render(seconds(began)));
        return table.allHold() ? 0 : 1;
    }

    private void checkSchemas() throws IOException {
        step("schemas/ against the released baseline v1.0.0");
        long began = System.nanoTime();
        SchemaSet schemas = read(root.resolve("schemas"));
        SchemaSet baseline = read(root.resolve("schemas/baselines/v1.0.0.binpb"));
        Verdict verdict;
        try {
            verdict = CompatibilityCheck.run(baseline, schemas, CheckOptions.DEFAULT);
        } catch (UnknownRuleException e) {
            throw new IllegalStateException(e.getMessage());
        }
        if (!verdict.findings().isEmpty()) {
            StringBuilder report = new StringBuilder();
            new TextReporter(PathNames.below("schemas"), false).write(verdict, report);
            progress.print(report);
        }
        table.row(
                "schemas",
                !verdict.isBreaking(),
                verdict.findings().size() + " breaking changes since v1.0.0",
                seconds(began));
        step("Java bindings");
        began = System.nanoTime();
        int files = generate(schemas);
        table.row("bindings", true, files + " files in contract-tests/verification/target/quickstart", seconds(began));
    }

    private int generate(SchemaSet schemas) throws IOException {
        OutputFolder.Changes changes = new OutputFolder(target().resolve("bindings"))
                .write(Generator.generate(schemas, GeneratorOptions.DEFAULTS));
        return changes.written().size() + changes.unchanged();
    }

    private Path writeContracts() throws IOException {
        step("the consumers against their contracts");
        long began = System.nanoTime();
        Path pacts = target().resolve("pacts");
        List<Path> written = Contracts.write(Contracts.schema(root), pacts);
        table.row("consumers", true, written.size() + " contracts written: " + root.relativize(pacts), seconds(began));
        return pacts;
    }

    private List<Peer> builtPeers() {
        List<Peer> built = new ArrayList<>();
        for (Peer peer : Peer.all(root)) {
            if (peer.isBuilt()) {
                built.add(peer);
            } else {
                table.failed("peers (" + peer.name() + ")", "not built: is its toolchain on the PATH?", 0);
            }
        }
        return built;
    }

    private Report runClient(Peer peer) {
        return new PeerRun(peer).clientRules(Profile.quick(), seed, progressOf(peer.name() + " producer"));
    }

    private void runWorker(Peer peer, Path pacts) {
        PeerRun run = new PeerRun(peer);
        step("the contracts against the " + peer.name() + " worker");
        long began = System.nanoTime();
        List<InteractionResult> results = run.contracts(pacts);
        long kept = results.stream().filter(InteractionResult::holds).count();
        results.stream()
                .filter(result -> !result.holds())
                .forEach(result -> progress.println(result.description() + ":\n" + result.failure()));
        table.row(
                "contracts (" + peer.name() + ")",
                kept == results.size() && kept > 0,
                kept + " of " + results.size() + " interactions kept",
                seconds(began));
        String worker = peer.name() + " worker";
        step("the rules against the " + worker);
        addRules(worker, run.rules(Profile.quick(), seed, progressOf(worker)));
    }

    private RunListener progressOf(String peer) {
        return new RunListener() {
            @Override
            public void finished(RuleResult result) {
                progress.println("  " + peer + ": " + result.verdict().outcome() + " "
                        + result.rule().testName());
            }
        };
    }

    private void addRules(String peer, Report report) {
        for (RuleResult result : report.results()) {
            String type = switch (result.rule().type()) {
                case REQUIRED -> "";
                case OPTIONAL -> " (optional)";
                case STOCHASTIC -> " (stochastic)";
            };
            table.rule(
                    result.rule().id() + type, peer, result.verdict().outcome().name(), result.seconds());
        }
        if (!report.conforms()) {
            progress.print(TextReport.write(report));
            table.failed("rules (" + peer + ")", "not all held; seed " + seed, report.seconds());
        }
    }

    private SchemaSet read(Path folderOrSet) throws IOException {
        ReadResult result = SchemaReader.withImports(List.of()).read(folderOrSet);
        if (result instanceof ReadResult.Read read) {
            return read.set();
        }
        List<String> lines = new ArrayList<>();
        ((ReadResult.Failed) result).problems().forEach(problem -> lines.add(problem.toString()));
        throw new IllegalStateException(String.join("\n", lines));
    }

    private Path target() {
        return root.resolve("contract-tests/verification/target/quickstart");
    }

    private void step(String what) {
        progress.println("sluice: " + what);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
