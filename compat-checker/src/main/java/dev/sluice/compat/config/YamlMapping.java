package dev.sluice.compat.config;

import dev.sluice.compat.finding.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping that is read key by key. A value of the wrong kind is a problem and counts as missing; so does null, without
 * being a problem. {@link #done} makes problems of the keys that nobody asked for.
 */
final class YamlMapping {
    private static final Set<String> YES = Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> NO = Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

    private final YamlFile file;
    private final Place place;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private record Entry(Place key, Node value) {}

    private YamlMapping(MappingNode node, YamlFile file) {
        this.file = file;
        this.place = file.at(node);
        for (NodeTuple tuple : node.getValue()) {
            Place key = file.at(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                file.problem(key, "a key is a word here, not a list or mapping");
                continue;
            }
            Entry earlier = entries.putIfAbsent(scalar.getValue(), new Entry(key, tuple.getValueNode()));
            if (earlier != null) {
                file.problem(
                        key,
                        YamlFile.quote(scalar.getValue()) + " is there a second time; the first is in line "
                                + earlier.key.line());
            }
        }
    }

    /** Reads a node that is to be a mapping. */
    static Optional<YamlMapping> of(Node node, String what, YamlFile file) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(mapping, file));
        }
        file.problem(file.at(node), what + " is not a mapping of keys to values");
        return Optional.empty();
    }

    YamlFile file() {
        return file;
    }

    Place place() {
        return place;
    }

    /** Whether a key has a value other than null. */
    boolean has(String key) {
        return value(key).isPresent();
    }

    /** Where a key is, or the mapping where it is not there. */
    Place placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.key;
    }

    /** All keys, as words with places; they count as asked for. */
    List<Text> keys() {
        List<Text> keys = new ArrayList<>();
        entries.forEach((key, entry) -> keys.add(new Text(key, entry.key)));
        asked.addAll(entries.keySet());
        return keys;
    }

    /** Takes keys without looking at their values. */
    void accept(String... keys) {
        asked.addAll(List.of(keys));
    }

    /** Makes problems of the keys that nobody asked for. */
    void done() {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                file.unknown(
                        entry.getValue().key,
                        entry.getKey().equals("<<") ? "merging with %s is not supported" : "unknown key %s",
                        entry.getKey(),
                        List.copyOf(asked));
            }
        }
    }

    Optional<Text> text(String key) {
        return value(key).flatMap(node -> text(node, key));
    }

    private Optional<Text> text(Node node, String key) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            return Optional.of(new Text(scalar.getValue(), file.at(node)));
        }
        file.problem(file.at(node), YamlFile.quote(key) + " takes a word here");
        return Optional.empty();
    }

    List<Text> texts(String key) {
        List<Text> texts = new ArrayList<>();
        for (Node element : elements(key, "words")) {
            text(element, key).ifPresent(texts::add);
        }
        return texts;
    }

    Optional<YamlMapping> mapping(String key) {
        return value(key).flatMap(node -> of(node, YamlFile.quote(key), file));
    }

    List<YamlMapping> mappings(String key) {
        List<YamlMapping> mappings = new ArrayList<>();
        for (Node element : elements(key, "mappings")) {
            of(element, "this part of " + YamlFile.quote(key), file).ifPresent(mappings::add);
        }
        return mappings;
    }

    /** Whether a flag is set; a missing one is not. */
    boolean flag(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof ScalarNode scalar && scalar.isPlain()) {
            if (YES.contains(scalar.getValue())) {
                return true;
            }
            if (NO.contains(scalar.getValue())) {
                return false;
            }
        }
        file.problem(file.at(value.get()), YamlFile.quote(key) + " is true or false");
        return false;
    }

    private List<Node> elements(String key, String what) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        file.problem(file.at(value.get()), YamlFile.quote(key) + " takes a list of " + what);
        return List.of();
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        Entry entry = entries.get(key);
        return entry == null || isNull(entry.value) ? Optional.empty() : Optional.of(entry.value);
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL)
                        || (scalar.isPlain()
                                && (scalar.getValue().isEmpty()
                                        || scalar.getValue().equals("~"))));
    }
}
