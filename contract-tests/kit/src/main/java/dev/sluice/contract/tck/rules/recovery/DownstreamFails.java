package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.sink.SinkAnswer;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Rule 8.4: a broken call is a failed item. */
final class DownstreamFails implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "8.4",
                RuleType.REQUIRED,
                "downstreamFails",
                "A downstream call that is reset or answered 5xx MUST end its item FAILED and free its slot.",
                "An item whose call is reset, cut, answered 500 or 302, or cannot connect ends FAILED with an"
                        + " error, is not called again, and its slot is free; one whose call is never answered ends with"
                        + " its deadline.");
    }

    @Override
    public Verdict check(Stage stage) {
        List<String> faults = new ArrayList<>();
        for (SinkAnswer answer : SinkAnswer.values()) {
            if (answer != SinkAnswer.OK) {
                Item item = stage.item();
                stage.sink().answerWith(item.id(), answer);
                stage.accept(item);
                judge(stage, item, "a call that the SINK ended with " + answer, "FAILED", faults);
                long begins = stage.sink().log().begins(item.id());
                if (begins != 1) {
                    faults.add("a call that the SINK ended with " + answer + " was made " + begins + " times");
                }
            }
        }
        nobody(stage, faults);
        return Verdict.of(faults);
    }

    /** Calls to a port where nobody listens, and to one where nobody accepts. */
    private static void nobody(Stage stage, List<String> faults) {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Item refused = to(stage, closedPort());
            if (!stage.submit(refused).accepted()) {
                stage.note("not judged: the provider allows no downstream calls to other ports");
                return;
            }
            judge(stage, refused, "a call that cannot connect", "FAILED", faults);
            Item unaccepted = to(stage, deaf.getLocalPort()).with("deadlineMs", Json.of("300"));
            stage.accept(unaccepted);
            judge(stage, unaccepted, "a call that is never accepted", "EXPIRED", faults);
        } catch (IOException noPort) {
            throw new ConditionNotMetException("no further port: " + noPort.getMessage());
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return closed.getLocalPort();
        }
    }

    private static Item to(Stage stage, int port) {
        return stage.item()
                .with(
                        "attributes",
                        Json.object().with("sluice.downstream", Json.of("http://127.0.0.1:" + port + "/work")));
    }

    private static void judge(Stage stage, Item item, String what, String expected, List<String> faults) {
        if (!stage.becomes(item.id(), expected)) {
            faults.add(what + " left its item " + stage.state(item.id()) + ", not " + expected);
        } else if (expected.equals("FAILED") && !stage.usedBecomes(0)) {
            faults.add(what + " did not free its slot: used is "
                    + stage.used().map(String::valueOf).orElse("not readable"));
        } else if (expected.equals("FAILED") && !hasError(stage, item)) {
            faults.add(what + " left its item FAILED without an error");
        }
    }

    private static boolean hasError(Stage stage, Item item) {
        return stage.sendQuietly(HttpRequest.of("GET", "/v1/work/" + item.id()))
                .answer()
                .flatMap(Submission::object)
                .flatMap(status -> status.object("error"))
                .flatMap(error -> error.text("code"))
                .filter(code -> code.startsWith("WORK_ERROR_CODE_") && !code.endsWith("UNSPECIFIED"))
                .isPresent();
    }
}
