package dev.sluice.schema.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every full name of a set that can be referred to across files. */
public final class Symbols {
    /** Stands for a package in look-ups. */
    record PackageName(String name, SchemaFile firstFile) {}

    private final Map<String, Object> global;

    Symbols(int expected) {
        this.global = new HashMap<>(expected * 2);
    }

    /** Adds an element; returns the file that already declares the name, or null. */
    @Nullable
    SchemaFile add(String fullName, Element element) {
        Object before = global.putIfAbsent(fullName, element);
        if (before == null) {
            return null;
        }
        return before instanceof PackageName packageName ? packageName.firstFile() : ((Element) before).file();
    }

    /** Adds a package and its parents; returns the element that already has one of their names, or null. */
    @Nullable
    Element addPackage(String packageName, SchemaFile file) {
        for (int dot = packageName.indexOf('.'); ; dot = packageName.indexOf('.', dot + 1)) {
            String prefix = dot < 0 ? packageName : packageName.substring(0, dot);
            Object before = global.get(prefix);
            if (before == null) {
                global.put(prefix, new PackageName(prefix, file));
            } else if (before instanceof Element element) {
                return element;
            }
            if (dot < 0) {
                return null;
            }
        }
    }

    /** The type, service, top-level extension or top-level enum value with this full name, else null. */
    public @Nullable Element find(String fullName) {
        return global.get(fullName) instanceof Element element ? element : null;
    }

    /** As {@link #find}, and members of messages and services too. */
    public @Nullable Element findMember(String fullName) {
        return findSymbol(fullName) instanceof Element element ? element : null;
    }

    /** What has this full name: an {@link Element}, a {@link PackageName} or null. */
    @Nullable
    Object findSymbol(String fullName) {
        Object symbol = global.get(fullName);
        int dot = fullName.lastIndexOf('.');
        if (symbol != null || dot < 0) {
            return symbol;
        }
        Object parent = global.get(fullName.substring(0, dot));
        return parent == null ? null : member(parent, fullName.substring(dot + 1));
    }

    private static @Nullable Element member(Object parent, String name) {
        if (parent instanceof Service service) {
            return service.rpc(name).orElse(null);
        }
        return parent instanceof MessageType message ? member(message, name) : null;
    }

    private static @Nullable Element member(MessageType message, String name) {
        for (Field field : message.fields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        for (Field extension : message.extensions()) {
            if (extension.name().equals(name)) {
                return extension;
            }
        }
        for (Oneof oneof : message.oneofs()) {
            if (oneof.name().equals(name)) {
                return oneof;
            }
        }
        for (EnumType enumType : message.enums()) {
            for (EnumValue value : enumType.values()) {
                if (value.name().equals(name)) {
                    return value;
                }
            }
        }
        return null;
    }
}
