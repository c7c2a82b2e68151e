package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What packages have in them.
 *
 * @param packages all of them
 * @param withMessages those with at least one message
 * @param withEnums those with at least one enum, nested ones too
 * @param withExtensions those with at least one extension, nested ones too
 */
public record PackageContents(
        Set<String> packages, Set<String> withMessages, Set<String> withEnums, Set<String> withExtensions) {
    public PackageContents {
        packages = Set.copyOf(packages);
        withMessages = Set.copyOf(withMessages);
        withEnums = Set.copyOf(withEnums);
        withExtensions = Set.copyOf(withExtensions);
    }

    /** No packages. */
    public static PackageContents none() {
        return new PackageContents(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Those of a set, without files that are only imported. */
    static PackageContents of(SchemaSet set) {
        Collector collector = new Collector();
        for (SchemaFile file : set.files()) {
            if (file.isRequested()) {
                collector.add(file);
            }
        }
        return collector.contents();
    }

    /** Those of files before linking. */
    public static PackageContents of(Collection<FileProto> files) {
        Collector collector = new Collector();
        files.forEach(collector::add);
        return collector.contents();
    }

    private static final class Collector {
        private final Set<String> packages = new HashSet<>();
        private final Set<String> withMessages = new HashSet<>();
        private final Set<String> withEnums = new HashSet<>();
        private final Set<String> withExtensions = new HashSet<>();

        PackageContents contents() {
            return new PackageContents(packages, withMessages, withEnums, withExtensions);
        }

        void add(SchemaFile file) {
            String name = file.packageName();
            add(
                    name,
                    !file.messages().isEmpty(),
                    !file.enums().isEmpty(),
                    !file.extensions().isEmpty());
            nested(name, file.messages());
        }

        private void nested(String name, List<MessageType> messages) {
            for (MessageType message : messages) {
                add(
                        name,
                        true,
                        !message.enums().isEmpty(),
                        !message.extensions().isEmpty());
                nested(name, message.messages());
            }
        }

        void add(FileProto file) {
            String name = file.packageName() == null ? "" : file.packageName();
            add(
                    name,
                    !file.messages().isEmpty(),
                    !file.enums().isEmpty(),
                    !file.extensions().isEmpty());
            nestedProtos(name, file.messages());
        }

        private void nestedProtos(String name, List<MessageProto> messages) {
            for (MessageProto message : messages) {
                add(
                        name,
                        true,
                        !message.enums().isEmpty(),
                        !message.extensions().isEmpty());
                nestedProtos(name, message.messages());
            }
        }

        private void add(String name, boolean messages, boolean enums, boolean extensions) {
            packages.add(name);
            addIf(messages, name, withMessages);
            addIf(enums, name, withEnums);
            addIf(extensions, name, withExtensions);
        }

        private static void addIf(boolean present, String name, Set<String> names) {
            if (present) {
                names.add(name);
            }
        }
    }
}
