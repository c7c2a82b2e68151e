package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.descriptor.UninterpretedOption.Aggregate;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.parse.AggregateTokens;
import dev.sluice.schema.parse.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the fields are that an option's value between braces sets, as Buf has it: a singular message has no position,
 * only what is inside it; a statement that sets a repeated field counts as one element, be its value a list, and what is
 * inside has none.
 */
final class AggregateLocations {
    private final AggregateTokens tokens;
    private final OptionScope scope;
    private final List<Location> found;

    private AggregateLocations(AggregateTokens tokens, OptionScope scope, List<Location> found) {
        this.tokens = tokens;
        this.scope = scope;
        this.found = found;
    }

    /**
     * Adds the locations of the fields of a value that was interpreted without problems.
     *
     * @param path that of the option
     */
    static void add(Aggregate value, MessageType type, int[] path, OptionScope scope, List<Location> found) {
        new AggregateLocations(new AggregateTokens(value, new Names()), scope, found).fields(type, path);
    }

    /** Reads fields up to a closing brace; those of a null type have no location. */
    private void fields(@Nullable MessageType type, int[] path) {
        Map<Field, Integer> counts = new HashMap<>();
        while (!tokens.atEnd() && !tokens.at('}') && !tokens.at('>')) {
            int start = tokens.offset();
            Field field = name(type);
            tokens.accept(':');
            if (field == null) {
                value(null, path);
            } else if (field.isRepeated()) {
                int[] element = join(join(path, field.number()), counts.merge(field, 1, Integer::sum) - 1);
                value(null, path);
                found.add(new Location(element, tokens.screenSpan(start), null, null, List.of()));
            } else if (field.type().isMessage()) {
                value(field.message().orElse(null), join(path, field.number()));
            } else {
                value(null, path);
                found.add(new Location(join(path, field.number()), tokens.screenSpan(start), null, null, List.of()));
            }
            if (!tokens.accept(';')) {
                tokens.accept(',');
            }
        }
    }

    private @Nullable Field name(@Nullable MessageType type) {
        if (!tokens.accept('[')) {
            String name = tokens.text();
            tokens.next();
            return type == null ? null : type.field(name).orElse(null);
        }
        StringBuilder name = new StringBuilder();
        while (!tokens.accept(']') && !tokens.atEnd()) {
            name.append(tokens.text());
            tokens.next();
        }
        Element element = type == null ? null : scope.find(OptionScope.around(type), name.toString());
        return element instanceof Field field && field.isExtension() ? field : null;
    }

    private void value(@Nullable MessageType type, int[] path) {
        if (tokens.accept('[')) {
            while (!tokens.accept(']') && !tokens.atEnd()) {
                value(null, path);
                tokens.accept(',');
            }
        } else if (tokens.accept('{') || tokens.accept('<')) {
            fields(type, path);
            tokens.next();
        } else if (tokens.atString()) {
            tokens.strings();
        } else {
            tokens.accept('-');
            tokens.next();
        }
    }

    private static int[] join(int[] path, int number) {
        int[] joined = Arrays.copyOf(path, path.length + 1);
        joined[path.length] = number;
        return joined;
    }
}
