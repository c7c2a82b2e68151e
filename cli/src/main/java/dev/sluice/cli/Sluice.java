package dev.sluice.cli;

import dev.sluice.schema.io.Reason;
import dev.sluice.schema.problem.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The entry point of the {@code sluice} command. */
public final class Sluice {
    private static final List<String> COMMANDS = List.of(
            "check", "lint", "explain", "waive", "build", "generate", "json-schema", "verify", "quickstart", "help");

    private Sluice() {}

    /** Runs a command and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = run(Arrays.asList(arguments), new Console(out, err, isColourWanted()));
        out.flush();
        if (out.checkError() && status == ExitStatus.CLEAN) {
            status = ExitStatus.UNAVAILABLE;
        }
        err.flush();
        System.exit(status);
    }

    /** Whether the output goes to a terminal that shows colours to somebody who wants them. */
    static boolean isColourWanted() {
        return System.console() != null && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, StandardCharsets.UTF_8);
    }

    /** Runs a command; tells the user what went wrong instead of throwing. */
    static int run(List<String> arguments, Console console) {
        try {
            return dispatch(arguments, console);
        } catch (CommandFailure e) {
            for (String line : e.lines()) {
                console.err().println(Printable.of(line));
            }
            return e.exitStatus();
        } catch (IOException e) {
            console.err().println("sluice: cannot write: " + Printable.of(Reason.of(e)));
            return ExitStatus.UNAVAILABLE;
        } catch (OutOfMemoryError e) {
            console.err().println("sluice: out of memory; give it more with JAVA_TOOL_OPTIONS=-Xmx4g");
            return ExitStatus.UNAVAILABLE;
        } catch (RuntimeException | Error e) {
            console.err().println("sluice: internal error: " + Printable.of(e.toString()));
            if (System.getenv("SLUICE_DEBUG") != null) {
                e.printStackTrace(console.err());
            } else {
                console.err().println("Set SLUICE_DEBUG=1 to see where, and please report it with the schema.");
            }
            return ExitStatus.UNAVAILABLE;
        }
    }

    private static int dispatch(List<String> arguments, Console console) throws CommandFailure, IOException {
        if (arguments.isEmpty()) {
            Help.print("sluice", console.err());
            return ExitStatus.USAGE;
        }
        String name = arguments.get(0);
        List<String> rest = arguments.subList(1, arguments.size());
        switch (name) {
            case "--version", "-V", "version":
                console.out().println("sluice " + version());
                return ExitStatus.CLEAN;
            case "--help", "-h":
                Help.print("sluice", console.out());
                return ExitStatus.CLEAN;
            case "help":
                return help(rest, console);
            default:
                break;
        }
        Command command = command(name);
        int separator = rest.indexOf("--");
        List<String> options = separator < 0 ? rest : rest.subList(0, separator);
        if (options.contains("--help") || options.contains("-h")) {
            Help.print(name, console.out());
            return ExitStatus.CLEAN;
        }
        return command.run(rest, console);
    }

    private static int help(List<String> topic, Console console) throws CommandFailure {
        String page = topic.isEmpty() ? "sluice" : topic.get(0);
        if (!topic.isEmpty() && !page.equals("help")) {
            command(page);
        }
        Help.print(page.equals("help") ? "sluice" : page, console.out());
        return ExitStatus.CLEAN;
    }

    private static Command command(String name) throws CommandFailure {
        switch (name) {
            case "check":
                return new CheckCommand(Sluice::stepSummary);
            case "lint":
                return new LintCommand(Sluice::stepSummary);
            case "explain":
                return new ExplainCommand();
            case "waive":
                return new WaiveCommand(Clock.systemUTC());
            case "build":
                return new BuildCommand();
            case "generate":
                return new GenerateCommand();
            case "json-schema":
                return new JsonSchemaCommand();
            case "verify":
                return new VerifyCommand();
            case "quickstart":
                return new QuickstartCommand();
            default:
                throw CommandFailure.input(List.of(
                        "sluice: unknown command \"" + name + "\"" + Nearest.hint(name, COMMANDS),
                        "Try: sluice --help"));
        }
    }

    private static Optional<String> stepSummary() {
        return Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY")).filter(file -> !file.isEmpty());
    }

    private static String version() {
        String version = Sluice.class.getPackage().getImplementationVersion();
        return version == null ? "(from class files)" : version;
    }
}
