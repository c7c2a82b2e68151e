package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves the locations of options from where the parser puts them (field 999 of the options message) to the fields that
 * the options set, as protoc does: the location of the statement moves, those of its parts go.
 */
public final class SourceInfoMapper {
    private static final int UNINTERPRETED_OPTION = 999;
    private static final int NAME = 2;
    private static final int AGGREGATE_VALUE = 8;

    private final SchemaFile file;
    private final SourceInfoForm form;
    private final FileProto proto;
    private final OptionScope scope;
    private final OptionTypes types;

    /** What an element's options set, in the order they were written, by the path of its options message. */
    private final Map<PathKey, List<Target>> targetsByOptions = new HashMap<>();

    private SourceInfoMapper(SchemaFile file, FileProto proto, SourceInfoForm form) {
        this.file = file;
        this.form = form;
        this.proto = proto;
        this.scope = new OptionScope(file.set().symbols(), file);
        this.types = new OptionTypes(file.set().symbols());
    }

    /**
     * What an option sets: where its value belongs, whether it is an element of a list there, of which type it is if it is
     * a message, and the value.
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Target(
            int[] path, boolean element, @Nullable MessageType type, UninterpretedOption.OptionValue value) {}

    /** A path as a key. */
    @SuppressWarnings("ArrayRecordComponent")
    private record PathKey(int[] path) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PathKey key && Arrays.equals(path, key.path);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(path);
        }
    }

    /**
     * The locations of a file with options at their interpreted paths.
     *
     * @param file the file, linked without problems
     * @param proto the same file as the parser reads it
     * @param written the parser's locations of it
     * @param form how they are counted
     */
    public static SourceInfo map(SchemaFile file, FileProto proto, SourceInfo written, SourceInfoForm form) {
        return new SourceInfoMapper(file, proto, form).map(written.locations());
    }

    private SourceInfo map(List<Location> written) {
        List<Location> mapped = new ArrayList<>(written.size());
        int[] moved = null;
        for (int i = 0; i < written.size(); i++) {
            Location location = written.get(i);
            int[] path = location.path();
            if (moved != null && isBelow(path, moved)) {
                continue;
            }
            moved = null;
            Target target = isStatement(path) ? targetOf(path) : null;
            if (target == null) {
                mapped.add(location);
            } else {
                mapped.add(
                        isBraced(target)
                                ? new Location(target.path, assignmentSpan(written, i), null, null, List.of())
                                : new Location(
                                        target.path,
                                        location.span(),
                                        location.leadingComments(),
                                        location.trailingComments(),
                                        location.detachedComments()));
                moved = path;
                addInside(target, mapped);
            }
        }
        return new SourceInfo(mapped);
    }

    private void addInside(Target target, List<Location> mapped) {
        if (form == SourceInfoForm.SCREEN
                && target.value instanceof UninterpretedOption.Aggregate aggregate
                && target.type != null) {
            AggregateLocations.add(aggregate, target.type, target.path, scope, mapped);
        }
    }

    /** Whether an option is where Buf takes name and value only, without comments, for its place: a singular message between braces. */
    private boolean isBraced(Target target) {
        return form == SourceInfoForm.SCREEN
                && !target.element
                && target.type != null
                && target.value instanceof UninterpretedOption.Aggregate;
    }

    /** From the start of the name to the end of the value of the option statement at an index. */
    private static int[] assignmentSpan(List<Location> written, int index) {
        Location statement = written.get(index);
        int[] start = statement.span();
        int[] end = start;
        for (int i = index + 1; i < written.size() && isBelow(written.get(i).path(), statement.path()); i++) {
            Location part = written.get(i);
            if (part.path().length == statement.path().length + 1) {
                int tag = part.path()[statement.path().length];
                start = tag == NAME ? part.span() : start;
                end = tag == AGGREGATE_VALUE ? part.span() : end;
            }
        }
        return new int[] {start[0], start[1], end.length == 4 ? end[2] : end[0], end[end.length - 1]};
    }

    private static boolean isStatement(int[] path) {
        return path.length >= 3 && path[path.length - 2] == UNINTERPRETED_OPTION && path.length % 2 == 1;
    }

    private static boolean isBelow(int[] path, int[] parent) {
        return path.length >= parent.length && Arrays.equals(path, 0, parent.length, parent, 0, parent.length);
    }

    private @Nullable Target targetOf(int[] path) {
        int[] options = Arrays.copyOf(path, path.length - 2);
        List<Target> paths = targetsByOptions.get(new PathKey(options));
        if (paths == null) {
            paths = targets(options);
            targetsByOptions.put(new PathKey(options), paths);
        }
        int index = path[path.length - 1];
        return index < paths.size() ? paths.get(index) : null;
    }

    private List<Target> targets(int[] options) {
        int length = options.length - 1;
        WrittenElement written = WrittenElement.at(options, length, file, proto);
        if (written == null || written.options() == null) {
            return List.of();
        }
        OptionsKind kind = OptionsKind.of(written.element());
        if (kind.fieldNumber() != options[length]) {
            return List.of();
        }
        List<Target> targets = new ArrayList<>();
        Map<PathKey, Integer> counts = new HashMap<>();
        for (UninterpretedOption option : written.options().uninterpreted()) {
            targets.add(target(options, option, kind, OptionScope.around(written.element()), counts));
        }
        return targets;
    }

    private Target target(
            int[] options,
            UninterpretedOption option,
            OptionsKind kind,
            String scopeName,
            Map<PathKey, Integer> counts) {
        PlainOptions.PlainOption plain = types.areBuiltIn() && option.name().size() == 1
                ? PlainOptions.find(kind, option.name().get(0).text())
                : null;
        if (plain != null) {
            int[] target = Arrays.copyOf(options, options.length + 1);
            target[options.length] = plain.number();
            return new Target(target, false, null, option.value());
        }
        Field[] fields = OptionPath.resolve(types.of(kind), option, scope, scopeName);
        int[] target = Arrays.copyOf(options, options.length + fields.length);
        for (int i = 0; i < fields.length; i++) {
            target[options.length + i] = fields[i].number();
        }
        if (!fields[fields.length - 1].isRepeated()) {
            return new Target(target, false, typeOf(fields[fields.length - 1]), option.value());
        }
        PathKey key = new PathKey(target);
        int index = counts.getOrDefault(key, 0);
        counts.put(key, index + 1);
        int[] indexed = Arrays.copyOf(target, target.length + 1);
        indexed[target.length] = index;
        return new Target(indexed, true, typeOf(fields[fields.length - 1]), option.value());
    }

    private static @Nullable MessageType typeOf(@Nullable Field field) {
        return field == null ? null : field.message().orElse(null);
    }
}
