package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the options that are for the source only ({@code retention = RETENTION_SOURCE}), as protoc does where it
 * hands descriptors on (protobuf.dev, Option Retention). Like protoc it then writes options in the form that one who
 * knows all custom options writes.
 */
public final class RetainedOptions {
    private static final int RETENTION = 17;
    private static final int RETENTION_SOURCE = 2;

    private final SchemaSet set;
    private final OptionTypes types;
    private final CanonicalForm form;

    /** @param set the set that the elements belong to */
    public RetainedOptions(SchemaSet set) {
        this.set = set;
        this.types = new OptionTypes(set);
        this.form = new RetainedForm(new SetExtensions(set));
    }

    private record SetExtensions(SchemaSet set) implements CanonicalForm.Extensions {
        @Override
        public @Nullable Field find(MessageType extendee, int number) {
            return set.extension(extendee, number).orElse(null);
        }
    }

    private static final class RetainedForm extends CanonicalForm {
        RetainedForm(Extensions extensions) {
            super(extensions, FieldRules.BY_FEATURES);
        }

        @Override
        boolean isDropped(Field field) {
            return isSourceOnly(field);
        }
    }

    private static boolean isSourceOnly(Field field) {
        return field.options().isPresent() && field.options().varint(RETENTION).orElse(0) == RETENTION_SOURCE;
    }

    /** The options of an element; an extension range of which nothing is left has none. */
    public Options of(Element element) {
        Options options = element.options();
        OptionsKind kind = OptionsKind.of(element);
        if (options.encoded().length == 0 || isPlain(options, kind)) {
            return options;
        }
        byte[] retained = form.of(types.of(kind), options.encoded()).toByteArray();
        return retained.length == 0 && kind == OptionsKind.EXTENSION_RANGE ? Options.NONE : Options.of(retained);
    }

    /** Whether nothing can be left out: of the standard options only features and declarations of extensions can. */
    private boolean isPlain(Options options, OptionsKind kind) {
        return types.areBuiltIn()
                && kind != OptionsKind.EXTENSION_RANGE
                && options.lengthDelimited(kind.featuresNumber()).isEmpty();
    }

    /** Locations of a file without those of options that are left out. */
    public SourceInfo of(SchemaFile file, SourceInfo info) {
        List<Location> retained = new ArrayList<>(info.locations().size());
        for (Location location : info.locations()) {
            if (!isLeftOut(file, location.path())) {
                retained.add(location);
            }
        }
        return new SourceInfo(retained);
    }

    /** Whether a path leads into an option that is left out. */
    private boolean isLeftOut(SchemaFile file, int[] path) {
        OptionsPosition position = OptionsPosition.in(path);
        if (position == null) {
            return false;
        }
        if (position.kind() == OptionsKind.EXTENSION_RANGE) {
            ExtensionRange range = rangeAt(file, path, position.end() - 1);
            if (range != null && !of(range).isPresent()) {
                return true;
            }
        }
        MessageType type = types.of(position.kind());
        for (int at = position.end(); at < path.length; ) {
            Field field = type.field(path[at]).orElse(null);
            if (field == null) {
                field = set.extension(type, path[at]).orElse(null);
            }
            if (field == null) {
                return false;
            }
            if (isSourceOnly(field)) {
                return true;
            }
            if (!field.type().isMessage()) {
                return false;
            }
            type = field.message().orElseThrow();
            at += field.isRepeated() ? 2 : 1;
        }
        return false;
    }

    /** The extension range that the first {@code length} numbers of a path lead to, or null where there is none. */
    private static @Nullable ExtensionRange rangeAt(SchemaFile file, int[] path, int length) {
        MessageType message = at(file.messages(), path[1]);
        for (int at = 3; message != null && at < length - 2; at += 2) {
            message = at(message.messages(), path[at]);
        }
        return message == null ? null : at(message.extensionRanges(), path[length - 1]);
    }

    private static <T> @Nullable T at(List<T> elements, int index) {
        return index >= 0 && index < elements.size() ? elements.get(index) : null;
    }
}
