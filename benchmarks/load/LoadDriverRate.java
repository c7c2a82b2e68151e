import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.load.LoadDriver;
import dev.sluice.contract.load.LoadResult;
import dev.sluice.contract.load.Workload;
import dev.sluice.contract.tck.stage.Item;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Submissions a second that the kit's load driver reaches: a flood of items that complete at once, the first for warming up.
 * Arguments: URL, submissions, connections. Prints one line: rate, refused, broken.
 */
final class LoadDriverRate {
    public static void main(String[] arguments) {
        LoadDriver driver = new LoadDriver(
                new OnceClient(URI.create(arguments[0]), Duration.ofSeconds(10)), Integer.parseInt(arguments[2]));
        int submissions = Integer.parseInt(arguments[1]);
        driver.run(Workload.flood(submissions / 2), i -> item("warm-" + i));
        LoadResult result = driver.run(Workload.flood(submissions), i -> item("w-" + i));
        Map<Integer, Integer> replies = result.replies();
        int accepted = replies.getOrDefault(202, 0);
        int broken = replies.getOrDefault(0, 0);
        System.out.printf(
                Locale.ROOT, "rate %.0f refused %d broken %d%n", result.rate(), submissions - accepted - broken, broken);
    }

    private static Item item(String workId) {
        return new Item(Json.object()
                .with("workId", Json.of(workId + "-" + START))
                .with("tenant", Json.of("t"))
                .with("kind", Json.of("k"))
                .with("criticality", Json.of("CRITICALITY_CRITICAL"))
                .with("deadlineMs", Json.of("60000"))
                .with("attempt", Json.of(1))
                .with("payload", Json.of("aGVsbG8=")));
    }

    private static final long START = System.currentTimeMillis();
}
