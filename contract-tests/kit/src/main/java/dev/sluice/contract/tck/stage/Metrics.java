package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One scrape in the Prometheus text format: samples by name and labels, and the type of each family. */
public final class Metrics {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*\\})?[ \\t]+([^ \\t]+)(?:[ \\t]+-?[0-9]+)?");
    private static final Pattern LABEL =
            Pattern.compile("\\G[,{][ ]*([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /**
     * One sample.
     *
     * @param name its name, with the suffix of a histogram's part
     * @param labels its labels, sorted by name
     * @param value its value
     */
    public record Sample(String name, Map<String, String> labels, double value) {}

    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Metrics() {}

    /**
     * Scrapes a provider.
     *
     * @throws ConditionNotMetException if {@code GET /metrics} is not 200
     */
    public static Metrics scrape(Stage stage) {
        HttpReply reply = Stage.reply("GET /metrics", stage.sendQuietly(HttpRequest.of("GET", "/metrics")));
        if (reply.status() != 200) {
            throw new ConditionNotMetException("GET /metrics: " + reply.status());
        }
        return read(new String(reply.body(), StandardCharsets.UTF_8));
    }

    /** Reads a text; lines that are no samples are among the {@link #faults}. */
    public static Metrics read(String text) {
        Metrics metrics = new Metrics();
        text.lines().forEach(metrics::line);
        return metrics;
    }

    /** The declared type of a family. */
    public Optional<String> type(String family) {
        return Optional.ofNullable(types.get(family));
    }

    /** Every sample. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** What could not be read. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The value of the only sample of the name that has these labels among its own. */
    public Optional<Long> count(String name, String... labelsAndValues) {
        List<Sample> found = samples.stream()
                .filter(sample -> sample.name().equals(name) && has(sample, labelsAndValues))
                .toList();
        return found.size() == 1 ? Optional.of((long) found.get(0).value()) : Optional.empty();
    }

    private static boolean has(Sample sample, String... labelsAndValues) {
        for (int i = 0; i + 1 < labelsAndValues.length; i += 2) {
            if (!labelsAndValues[i + 1].equals(sample.labels().get(labelsAndValues[i]))) {
                return false;
            }
        }
        return true;
    }

    private void line(String line) {
        if (line.startsWith("# TYPE ")) {
            String[] words = line.split(" ", -1);
            if (words.length != 4 || types.put(words[2], words[3]) != null) {
                faults.add("TYPE: " + line);
            }
        } else if (!line.isBlank() && !line.startsWith("#")) {
            Matcher matcher = SAMPLE.matcher(line);
            if (!matcher.matches()) {
                faults.add("no sample: " + line);
                return;
            }
            try {
                samples.add(new Sample(matcher.group(1), labels(matcher.group(2)), value(matcher.group(3))));
            } catch (NumberFormatException noNumber) {
                faults.add("no number: " + line);
            }
        }
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static Map<String, String> labels(@Nullable String braces) {
        Map<String, String> labels = new TreeMap<>();
        if (braces != null) {
            Matcher matcher = LABEL.matcher(braces);
            while (matcher.find()) {
                labels.put(matcher.group(1), matcher.group(2));
            }
        }
        return labels;
    }
}
