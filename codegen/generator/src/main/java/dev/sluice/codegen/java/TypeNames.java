package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Java class of every message and enum of a set; the same whatever the order of files. */
final class TypeNames {
    /** FileOptions.java_package. */
    private static final int JAVA_PACKAGE = 1;

    private final Map<NamedType, ClassName> names = new HashMap<>();

    TypeNames(SchemaSet set) {
        Map<String, List<NamedType>> byPackage = new HashMap<>();
        for (SchemaFile file : set.files()) {
            List<NamedType> types = byPackage.computeIfAbsent(packageOf(file), absent -> new ArrayList<>());
            types.addAll(file.messages());
            types.addAll(file.enums());
        }
        byPackage.forEach((javaPackage, types) -> {
            Set<String> used = new HashSet<>(JavaNames.RESERVED_TYPES);
            for (NamedType type : sorted(types)) {
                name(type, ClassName.get(javaPackage, JavaNames.unused(type.name(), used)), Set.of());
            }
        });
    }

    static String packageOf(SchemaFile file) {
        return JavaNames.packageName(file.options().string(JAVA_PACKAGE).orElse(file.packageName()));
    }

    private void name(NamedType type, ClassName name, Set<String> outer) {
        names.put(type, name);
        if (type instanceof MessageType message) {
            Set<String> enclosing = new HashSet<>(outer);
            enclosing.add(name.simpleName());
            Set<String> used = new HashSet<>(enclosing);
            used.addAll(JavaNames.RESERVED_TYPES);
            List<NamedType> nested = new ArrayList<>(message.enums());
            for (MessageType inner : message.messages()) {
                if (!inner.isMapEntry()) {
                    nested.add(inner);
                }
            }
            for (NamedType inner : sorted(nested)) {
                name(inner, name.nestedClass(JavaNames.unused(inner.name(), used)), enclosing);
            }
        }
    }

    private static List<NamedType> sorted(List<NamedType> types) {
        List<NamedType> sorted = new ArrayList<>(types);
        sorted.sort(Comparator.comparing(NamedType::fullName));
        return sorted;
    }

    ClassName of(NamedType type) {
        ClassName name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException("not a type of this set: " + type.fullName());
        }
        return name;
    }

    ClassName of(MessageType type) {
        return of((NamedType) type);
    }

    ClassName of(EnumType type) {
        return of((NamedType) type);
    }
}
