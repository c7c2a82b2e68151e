package dev.sluice.contract.pact.lint;

import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.file.PactFileException;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.schema.SchemaProblemsException;
import dev.sluice.contract.pact.verify.PactFolder;
import dev.sluice.contract.pact.verify.PactSourceException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lint as a program: {@code --schemas DIR PACT...}, each a file or a folder of them. Findings go to standard output, one a line. The exit status is 0
 * where there are none, 1 where there are some, 2 for wrong usage and for schemas or Pact files that cannot be read.
 */
public final class PactLintMain {
    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;
    private static final int USAGE = 2;
    private static final String HELP = """
            Usage: sluice pact lint --schemas DIR PACT...

              --schemas DIR  the schemas that the contracts speak of: a folder or a
                             descriptor set
              PACT           a Pact file, or a folder of them

            Checks Pact files against schemas: members and messages that these do not
            have, values of another type, examples that break constraints, bodies that
            name no message. Exit status: 0 clean; 1 findings; 2 wrong usage, or
            something cannot be read.
            """;

    private PactLintMain() {}

    /** Runs the program and ends the virtual machine with its status. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return CLEAN;
        }
        List<String> pacts = new ArrayList<>(arguments);
        int option = pacts.indexOf("--schemas");
        if (option < 0 || option + 1 == pacts.size()) {
            return misused("--schemas DIR is missing", err);
        }
        Path schemas = Path.of(pacts.remove(option + 1));
        pacts.remove(option);
        for (String pact : pacts) {
            if (pact.startsWith("-")) {
                return misused("unknown option " + pact, err);
            }
        }
        if (pacts.isEmpty()) {
            return misused("a Pact file or a folder of them is missing", err);
        }
        try {
            return lint(ContractSchema.read(schemas), pacts, out, err);
        } catch (SchemaProblemsException | UncheckedIOException | PactFileException | PactSourceException unreadable) {
            err.println("sluice pact lint: " + unreadable.getMessage());
            return USAGE;
        }
    }

    private static int lint(ContractSchema schema, List<String> pacts, PrintStream out, PrintStream err) {
        PactLint lint = PactLint.against(schema);
        List<PactFile> files = new ArrayList<>();
        for (String pact : pacts) {
            List<PactFile> found = new PactFolder(Path.of(pact)).all();
            if (found.isEmpty()) {
                throw new PactSourceException("no Pact file in " + pact);
            }
            files.addAll(found);
        }
        int findings = 0;
        for (PactFile file : files) {
            for (LintFinding finding : lint.check(file)) {
                out.println(finding);
                findings++;
            }
        }
        err.println(findings
                + (findings == 1 ? " finding in " : " findings in ")
                + files.size()
                + (files.size() == 1 ? " Pact file" : " Pact files"));
        return findings == 0 ? CLEAN : FINDINGS;
    }

    private static int misused(String what, PrintStream err) {
        err.println("sluice pact lint: " + what);
        err.println("Try: sluice pact lint --help");
        return USAGE;
    }
}
