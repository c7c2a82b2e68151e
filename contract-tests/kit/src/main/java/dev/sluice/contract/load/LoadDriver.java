package dev.sluice.contract.load;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.KeptConnection;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.tck.stage.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Sends a workload: every submission at its intended time, each on the next free of a fixed number of connections, none twice. Latency counts
 * from the intended time, so that a provider which stalls is charged for what waited meanwhile.
 */
public final class LoadDriver {
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final OnceClient client;
    private final int connections;

    /** A driver of a provider over so many connections. */
    public LoadDriver(OnceClient client, int connections) {
        this.client = client;
        this.connections = connections;
    }

    /** One connection's part of the result. */
    private static final class Lane {
        private final Map<Integer, Integer> replies = new HashMap<>();
        private final List<String> accepted = new ArrayList<>();
        private final List<String> doubtful = new ArrayList<>();
        private final Histogram latency = new Histogram(HIGHEST_MICROS, DIGITS);
        private final Histogram lag = new Histogram(HIGHEST_MICROS, DIGITS);
    }

    /** Sends the workload; the function makes the item of each index. */
    public LoadResult run(Workload workload, IntFunction<Item> items) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(connections, LoadDriver::daemon);
        long begin = System.nanoTime();
        try {
            List<Future<Lane>> lanes = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                lanes.add(threads.submit(() -> drive(workload, items, next, begin)));
            }
            Lane whole = new Lane();
            for (Future<Lane> lane : lanes) {
                add(whole, lane.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new LoadResult(
                    workload.name(),
                    workload.dueNanos().length,
                    whole.replies,
                    whole.accepted,
                    whole.doubtful,
                    whole.latency,
                    whole.lag,
                    seconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", interrupted);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Lane drive(Workload workload, IntFunction<Item> items, AtomicInteger next, long begin) {
        Lane lane = new Lane();
        long[] due = workload.dueNanos();
        try (KeptConnection connection = new KeptConnection(client)) {
            for (int i = next.getAndIncrement(); i < due.length; i = next.getAndIncrement()) {
                Item item = items.apply(i);
                HttpRequest request = item.submission();
                long intended = begin + due[i];
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                long sent = System.nanoTime();
                Exchange exchange = connection.send(request);
                long answered = System.nanoTime();
                long from = due[i] == 0 ? sent : intended;
                lane.lag.recordValue(micros(due[i] == 0 ? 0 : sent - intended));
                lane.latency.recordValue(micros(answered - from));
                int status = exchange.answer().map(HttpReply::status).orElse(0);
                lane.replies.merge(status, 1, Integer::sum);
                if (status == 202) {
                    lane.accepted.add(item.id());
                } else if (exchange instanceof Exchange.Unanswered) {
                    lane.doubtful.add(item.id());
                }
            }
        }
        return lane;
    }

    private static void add(Lane whole, Lane lane) {
        lane.replies.forEach((status, count) -> whole.replies.merge(status, count, Integer::sum));
        whole.accepted.addAll(lane.accepted);
        whole.doubtful.addAll(lane.doubtful);
        whole.latency.add(lane.latency);
        whole.lag.add(lane.lag);
    }

    private static long micros(long nanos) {
        return Math.max(0, Math.min(HIGHEST_MICROS, nanos / 1000));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "contract-load");
        thread.setDaemon(true);
        return thread;
    }
}
