package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A client by {@code PROTOCOL.md}, "Starting a client"; the fault is its first argument. Right in everything, or wrong in one way. */
public final class ScriptedClient {
    private final ClientFault fault;
    private final OnceClient http;
    private final Gatekeeper gate;
    private final Json.Obj retry;
    private final RetryBudget budget;
    private final Random random;
    private final long deadlineMs;

    private ScriptedClient(ClientFault fault, Map<String, String> options) throws IOException, JsonSyntaxException {
        this.fault = fault;
        this.http = new OnceClient(URI.create(options.get("provider")), Duration.ofSeconds(30));
        this.gate = new Gatekeeper(
                http, "required".equals(options.get("lease")), "follow".equals(options.get("capacity")), fault);
        this.retry = (Json.Obj) JsonReader.read(Files.readString(Path.of(options.get("retry-policy"))));
        Json.Obj bucket = retry.object("budget").orElseThrow();
        this.budget = new RetryBudget(real(bucket, "maxTokens"), real(bucket, "tokenRatio"));
        this.random = new Random(Long.parseLong(options.get("seed")));
        this.deadlineMs = Long.parseLong(options.get("deadline-ms"));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            int equals = argument.indexOf('=');
            options.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        ScriptedClient client = new ScriptedClient(ClientFault.valueOf(arguments[0]), options);
        ExecutorService workers = Executors.newFixedThreadPool(Integer.parseInt(options.get("concurrency")));
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 1; i <= Integer.parseInt(options.get("items")); i++) {
            String id = "item-" + i;
            outcomes.add(workers.submit(() -> client.submit(id)));
        }
        PrintStream out = System.out;
        for (Future<String> outcome : outcomes) {
            out.println(outcome.get());
            out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private String submit(String id) throws InterruptedException {
        long began = System.nanoTime();
        int most = (int) real(retry, "maxAttempts");
        for (int attempt = 1; ; attempt++) {
            long left = deadlineMs - (System.nanoTime() - began) / 1_000_000;
            if (left <= 0) {
                return line(id, "deadline", attempt - 1);
            }
            String name = fault == ClientFault.NEW_ID_PER_RETRY && attempt > 1 ? id + "-" + attempt : id;
            Exchange exchange = send(name, attempt, fault == ClientFault.DEADLINE_RESET ? deadlineMs : left);
            int status = exchange.answer().map(HttpReply::status).orElse(503);
            if (status == 202 || status == 200) {
                budget.succeeded();
                return line(id, "accepted", attempt);
            }
            Json.Obj problem = problem(exchange);
            boolean retryable =
                    exchange.answer().isEmpty() || problem.is("retryable") || fault == ClientFault.RETRIES_EVERYTHING;
            Optional<Long> pushback = problem.whole("retryAfterMs")
                    .or(() -> exchange.answer()
                            .flatMap(reply -> reply.headers().first("Retry-After"))
                            .map(x -> Long.parseLong(x) * 1000));
            if (fault == ClientFault.RETRIES_NEGATIVE_PUSHBACK) {
                pushback = pushback.filter(ms -> ms >= 0);
            }
            if (!retryable || pushback.filter(ms -> ms < 0).isPresent()) {
                return line(id, "refused", attempt);
            }
            boolean allowed = budget.failed() || fault == ClientFault.NO_BUDGET;
            if (attempt >= most || !allowed) {
                return line(id, "gave_up", attempt);
            }
            long own = backoff(attempt);
            Thread.sleep(fault == ClientFault.OWN_BACKOFF_WINS ? own : Math.max(own, pushback.orElse(0L)));
        }
    }

    private Exchange send(String id, int attempt, long left) throws InterruptedException {
        Gatekeeper.Pass pass = gate.enter();
        try {
            Json.Obj item = Json.object()
                    .with("workId", Json.of(id))
                    .with("tenant", Json.of("t"))
                    .with("kind", Json.of("k"))
                    .with("criticality", Json.of("CRITICALITY_CRITICAL"))
                    .with("deadlineMs", Json.of(Long.toString(left)))
                    .with("attempt", Json.of(fault == ClientFault.ATTEMPT_STAYS ? 1 : attempt));
            Json.Obj under = pass.lease().isEmpty() ? item : item.with("leaseId", Json.of(pass.lease()));
            return http.send(HttpRequest.json("POST", "/v1/work", JsonWriter.write(under)));
        } finally {
            gate.leave(pass);
        }
    }

    private long backoff(int attempt) {
        double initial = real(retry, "initialBackoffMs");
        double most = real(retry, "maxBackoffMs");
        double growth = switch (fault) {
            case LINEAR_BACKOFF -> attempt;
            case ZERO_DELAY -> 0;
            default -> Math.pow(real(retry, "multiplier"), attempt - 1);
        };
        double factor = fault == ClientFault.NO_JITTER ? 1 : 0.8 + 0.4 * random.nextDouble();
        return (long) Math.ceil(Math.min(initial * growth, most) * factor);
    }

    private static Json.Obj problem(Exchange exchange) {
        try {
            return exchange.answer().isPresent()
                            && JsonReader.read(exchange.answer().get().body()) instanceof Json.Obj object
                    ? object
                    : Json.object();
        } catch (JsonSyntaxException noJson) {
            return Json.object();
        }
    }

    private static double real(Json.Obj object, String name) {
        return ((Json.Num) object.get(name).orElseThrow()).value().doubleValue();
    }

    private static String line(String id, String outcome, int attempts) {
        return "{\"work_id\": \"" + id + "\", \"outcome\": \"" + outcome + "\", \"attempts\": " + attempts + "}";
    }
}
