import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.load.LoadDriver;
import dev.sluice.contract.load.LoadResult;
import dev.sluice.contract.load.Workload;
import dev.sluice.contract.sink.Sink;
import dev.sluice.contract.tck.stage.Item;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * How a provider answers {@code GET /v1/capacity} while every slot is taken and it refuses a flood of submissions. Arguments: URL, submissions,
 * connections. Prints the figures; the exit status is 1 where a reading was not answered with 200.
 */
final class CapacityWhileSaturated {
    public static void main(String[] arguments) {
        OnceClient client = new OnceClient(URI.create(arguments[0]), Duration.ofSeconds(10));
        int submissions = Integer.parseInt(arguments[1]);
        int answered = 0;
        int read = 0;
        Histogram micros = new Histogram(60_000_000, 3);
        try (Sink sink = Sink.start(0)) {
            sink.shut();
            for (int i = 0; status(client, item("held-" + i, sink).submission()) == 202; i++) {
                // Until the provider is full.
            }
            LoadDriver driver = new LoadDriver(client, Integer.parseInt(arguments[2]));
            CompletableFuture<LoadResult> flood = CompletableFuture.supplyAsync(
                    () -> driver.run(Workload.flood(submissions), i -> item("w-" + i, sink)), task -> new Thread(task).start());
            while (!flood.isDone()) {
                long begin = System.nanoTime();
                answered += status(client, HttpRequest.of("GET", "/v1/capacity")) == 200 ? 1 : 0;
                micros.recordValue((System.nanoTime() - begin) / 1000);
                read++;
            }
            LoadResult load = flood.join();
            System.out.printf(
                    Locale.ROOT,
                    "  saturated, %.0f refusals/s: %d of %d capacity readings answered, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                    load.replies().getOrDefault(503, 0) / load.seconds(),
                    answered,
                    read,
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
        System.exit(answered == read ? 0 : 1);
    }

    private static int status(OnceClient client, HttpRequest request) {
        return client.send(request).answer().map(HttpReply::status).orElse(0);
    }

    private static Item item(String workId, Sink sink) {
        return new Item(Json.object()
                .with("workId", Json.of(workId))
                .with("tenant", Json.of("t"))
                .with("kind", Json.of("k"))
                .with("criticality", Json.of("CRITICALITY_CRITICAL"))
                .with("deadlineMs", Json.of("3600000"))
                .with("attempt", Json.of(1))
                .with("attributes", Json.object().with("sluice.downstream", Json.of(sink.uri().toString()))));
    }
}
