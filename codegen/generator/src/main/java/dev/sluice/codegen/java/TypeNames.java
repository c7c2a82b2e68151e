package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The Java class of every message and enum of a set; the same whatever the order of files. */
final class TypeNames {
    /** FileOptions.java_package. */
    static final int JAVA_PACKAGE = 1;

    /** Where types of google.protobuf are that the runtime does not bring: not where protobuf-java has its own. */
    private static final String OTHER_PROTOBUF = "dev.sluice.protobuf";

    private final Map<NamedType, ClassName> names = new HashMap<>();
    private final Map<Service, ClassName> services = new HashMap<>();
    private final Map<SchemaFile, ClassName> extensions = new HashMap<>();
    private final RequiredFields required;

    TypeNames(SchemaSet set) {
        required = new RequiredFields(set);
        set.files().forEach(this::nameTypesOf);
    }

    /** What a file's classes are called depends on no other file. */
    private void nameTypesOf(SchemaFile file) {
        String javaPackage = packageOf(file);
        Set<String> used = new HashSet<>(JavaNames.RESERVED_TYPES);
        List<NamedType> types = new ArrayList<>(file.messages());
        types.addAll(file.enums());
        for (NamedType type : sorted(types)) {
            name(type, ClassName.get(javaPackage, JavaNames.unused(type.name(), used)), Set.of());
        }
        List<Service> ofFile = new ArrayList<>(file.services());
        ofFile.sort(Comparator.comparing(Service::fullName));
        for (Service service : ofFile) {
            services.put(service, ClassName.get(javaPackage, JavaNames.unused(service.name() + "Rpcs", used)));
        }
        if (!file.extensions().isEmpty()) {
            extensions.put(file, ClassName.get(javaPackage, JavaNames.unused(extensionsName(file), used)));
        }
    }

    /** {@code work_item.proto} gives {@code WorkItemExtensions}. */
    private static String extensionsName(SchemaFile file) {
        String path = file.filePath();
        String base = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.proto$", "");
        return JavaNames.capital(JavaNames.camel(base.replaceAll("[^A-Za-z0-9]", "_"))) + "Extensions";
    }

    static String packageOf(SchemaFile file) {
        if (WellKnown.isProtobuf(file)) {
            return WellKnown.isInRuntime(file) ? WellKnown.PACKAGE : OTHER_PROTOBUF;
        }
        return JavaNames.packageName(file.options().string(JAVA_PACKAGE).orElse(file.packageName()));
    }

    private void name(NamedType type, ClassName name, Set<String> outer) {
        names.put(type, name);
        if (type instanceof MessageType message) {
            Set<String> enclosing = new HashSet<>(outer);
            enclosing.add(name.simpleName());
            Set<String> used = new HashSet<>(enclosing);
            used.addAll(JavaNames.RESERVED_TYPES);
            used.addAll(List.of("DEFAULT", "JSON", "TYPE"));
            for (NamedType inner : nested(message)) {
                boolean isBuilder = inner.name().equalsIgnoreCase("Builder");
                String wanted = isBuilder ? inner.name() + "_" : inner.name();
                name(inner, name.nestedClass(JavaNames.unused(wanted, used)), enclosing);
            }
        }
    }

    /** The types within a message that have classes, by name. */
    static List<NamedType> nested(MessageType message) {
        List<NamedType> nested = new ArrayList<>(message.enums());
        for (MessageType inner : message.messages()) {
            if (!inner.isMapEntry()) {
                nested.add(inner);
            }
        }
        return sorted(nested);
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

    /** The class that describes a service. */
    ClassName of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** The class that holds a file's extensions. */
    ClassName extensionsOf(SchemaFile file) {
        return Objects.requireNonNull(extensions.get(file));
    }

    /** Which messages have required fields. */
    RequiredFields required() {
        return required;
    }

    ClassName of(MessageType type) {
        return of((NamedType) type);
    }

    ClassName of(EnumType type) {
        return of((NamedType) type);
    }
}
