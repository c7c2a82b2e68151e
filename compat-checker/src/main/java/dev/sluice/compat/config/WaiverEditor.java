package dev.sluice.compat.config;

import dev.sluice.compat.finding.Concern;
import dev.sluice.schema.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Adds a waiver to the text of a {@code sluice.yaml}. Everything else stays as it is written, comments included; what comes
 * out is read again before anybody gets it.
 */
public final class WaiverEditor {
    private static final String KEY = "waivers";
    private static final String NEW_FILE = "version: v1\n";

    private final String name;
    private final WaiverText waiver;

    /** What came of it. */
    public sealed interface Result {}

    /** The new text. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Edited(byte[] text) implements Result {}

    /**
     * Nothing can be added.
     *
     * @param problems what is wrong with the file, or with adding to it; at least one
     */
    public record Refused(List<Problem> problems) implements Result {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** @param name what to call the file in messages */
    public WaiverEditor(String name, WaiverText waiver) {
        this.name = name;
        this.waiver = waiver;
    }

    /** Adds the waiver to a file that does not exist yet. */
    public Result addToNewFile() {
        return addTo(NEW_FILE.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the waiver to the text of a file. */
    public Result addTo(byte[] bytes) {
        ConfigurationResult before = ConfigurationReader.readSluice(name, bytes);
        if (before instanceof ConfigurationResult.Failed failed) {
            return new Refused(failed.problems());
        }
        List<Waiver> waivers =
                ((ConfigurationResult.Read) before).configuration().waivers();
        for (Waiver earlier : waivers) {
            if (earlier.fingerprint().equals(waiver.fingerprint())) {
                return new Refused(List.of(new Problem(
                        name,
                        earlier.place().line(),
                        earlier.place().column(),
                        earlier.owner() + " waives it here until " + earlier.expires() + "; change that instead")));
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String edited = edit(text, YamlText.parse(bytes, new YamlFile(name, Concern.CHANGES)));
        byte[] result = edited.getBytes(StandardCharsets.UTF_8);
        if (ConfigurationReader.readSluice(name, result) instanceof ConfigurationResult.Read after
                && after.configuration().waivers().size() == waivers.size() + 1
                && after.configuration().waivers().stream().anyMatch(waiver::isSameAs)) {
            return new Edited(result);
        }
        return new Refused(List.of(new Problem(
                name,
                0,
                0,
                "it is written in a way that nothing can be added to; add this by hand: " + waiver.flow())));
    }

    private String edit(String text, Optional<Node> root) {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        Optional<Node> value = root.flatMap(WaiverEditor::waivers);
        if (value.isEmpty()) {
            String gap = text.isEmpty() || text.endsWith("\n") ? "" : newline;
            return text + gap + KEY + ":" + newline + waiver.block("  ", newline);
        }
        if (!(value.get() instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            int start = offset(text, value.get().getStartMark());
            int end = offset(text, value.get().getEndMark());
            String rest = text.substring(lineEnd(text, end));
            String comment = text.substring(end, lineEnd(text, end)).stripTrailing();
            String head = text.substring(0, start).stripTrailing();
            return head + comment + newline + waiver.block("  ", newline) + withoutNewline(rest);
        }
        if (sequence.getFlowStyle() == FlowStyle.FLOW) {
            int end = offset(text, sequence.getEndMark()) - 1;
            return text.substring(0, end).stripTrailing() + ", " + waiver.flow() + text.substring(end);
        }
        int end = lineEnd(text, endOf(text, sequence));
        String indent = " ".repeat(sequence.getStartMark().map(Mark::getColumn).orElse(0));
        return text.substring(0, end) + newline + waiver.block(indent, newline) + withoutNewline(text.substring(end));
    }

    private static Optional<Node> waivers(Node root) {
        if (root instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(KEY)) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    /** Where a block collection ends, without the comments and empty lines after it. */
    private static int endOf(String text, Node node) {
        List<Node> parts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            parts.addAll(sequence.getValue());
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> parts.add(tuple.getValueNode()));
        }
        boolean block = node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
        if (block && !parts.isEmpty()) {
            return endOf(text, parts.get(parts.size() - 1));
        }
        int end = offset(text, node.getEndMark());
        boolean lines = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        return lines ? text.substring(0, end).stripTrailing().length() : end;
    }

    /** The index in the text of a mark, which counts code points and no byte order mark. */
    private static int offset(String text, Optional<Mark> mark) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        return text.offsetByCodePoints(start, mark.map(Mark::getIndex).orElse(0));
    }

    private static int lineEnd(String text, int from) {
        int newline = text.indexOf('\n', from);
        int end = newline < 0 ? text.length() : newline;
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** What follows a line, without the line's own end. */
    private static String withoutNewline(String rest) {
        if (rest.startsWith("\r\n")) {
            return rest.substring(2);
        }
        return rest.startsWith("\n") ? rest.substring(1) : rest;
    }
}
