package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.provider.ProviderStartException;
import java.time.Duration;
import java.util.OptionalInt;

/** Providers of their own for rules that end them; each is ended with its launch. */
public final class Launch implements AutoCloseable {
    private final ProviderProcess process;
    private final Stage stage;

    private Launch(ProviderProcess process, Stage stage) {
        this.process = process;
        this.stage = stage;
    }

    /**
     * Starts a provider by the command of the run, with the same configuration as the one under test.
     *
     * @throws NotApplicableException if the run has no command
     * @throws ConditionNotMetException if the provider does not come up
     */
    public static Launch of(Stage stage) {
        ProviderCommand command = stage.venue()
                .command()
                .orElseThrow(() -> new NotApplicableException(
                        "the rule has to start and end a provider, and the kit was given an address, not a command"));
        if (command.address().isPresent()) {
            throw new NotApplicableException(
                    "the rule has to start a further provider, and the command has a fixed address");
        }
        ProviderProcess process;
        try {
            process = ProviderProcess.start(command);
        } catch (ProviderStartException failed) {
            throw new ConditionNotMetException("a further provider did not come up: " + failed.getMessage());
        }
        try {
            OnceClient client =
                    new OnceClient(process.provider().base(), stage.profile().replyTimeout());
            HttpReply policy = Stage.reply("GET /v1/policy", client.send(HttpRequest.of("GET", "/v1/policy")));
            Limits limits = Limits.of(Submission.object(policy)
                    .orElseThrow(() -> new ConditionNotMetException("GET /v1/policy gave no JSON object")));
            stage.note("a provider was started: " + process.provider().base());
            return new Launch(process, stage.at(client, limits));
        } catch (RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    /** The stage with this provider. */
    public Stage stage() {
        return stage;
    }

    /** Asks it to end: SIGTERM. */
    public void terminate() {
        stage.note("SIGTERM");
        process.askToEnd();
    }

    /** Ends it at once: SIGKILL. */
    public void kill() {
        stage.note("SIGKILL");
        process.destroy();
    }

    /** Whether it has ended. */
    public boolean hasEnded() {
        return !process.isAlive();
    }

    /** The exit status, once it has ended within the limit. */
    public OptionalInt exitStatus(Duration limit) {
        OptionalInt status = process.await(limit);
        stage.note(status.isPresent() ? "it ended with status " + status.getAsInt() : "it still runs");
        return status;
    }

    @Override
    public void close() {
        process.close();
    }
}
