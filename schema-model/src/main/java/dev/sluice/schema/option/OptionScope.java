package dev.sluice.schema.option;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Scope;
import dev.sluice.schema.model.Symbols;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the extensions that the options of one file name, and remembers them: a file uses few, many times. Not safe for
 * several threads.
 */
final class OptionScope {
    private final SchemaFile file;
    private final Scope scope;
    private final Map<String, Map<String, @Nullable Element>> found = new HashMap<>();
    private @Nullable Set<String> nestedTypeNames;

    OptionScope(Symbols symbols, SchemaFile file) {
        this.file = file;
        this.scope = Scope.ofOptions(symbols, file);
    }

    SchemaFile file() {
        return file;
    }

    /** The scope in which the options of an element are looked up: the one around it. */
    static String around(Element element) {
        if (element instanceof SchemaFile schemaFile) {
            return schemaFile.packageName();
        }
        String fullName = element.fullName();
        int dot = fullName.lastIndexOf('.');
        return dot < 0 ? "" : fullName.substring(0, dot);
    }

    /** What a name refers to in a scope, or null. */
    @Nullable
    Element find(String scopeName, String name) {
        Map<String, @Nullable Element> inScope = found.get(sharedScope(scopeName, name));
        if (inScope == null) {
            inScope = new HashMap<>();
            found.put(sharedScope(scopeName, name), inScope);
        }
        Element element = inScope.get(name);
        if (element == null && !inScope.containsKey(name)) {
            element = scope.find(scopeName, name, false);
            inScope.put(name, element);
        }
        return element;
    }

    /** Says why a name refers to nothing. */
    String explainMissing(String scopeName, String name) {
        return scope.explainMissing(scopeName, name);
    }

    /**
     * The outermost scope in which the name refers to the same. Only a type, service or package can hide the first part
     * of a dotted name, so within the file's package the scope matters only where a nested type has that name.
     */
    private String sharedScope(String scopeName, String name) {
        int dot = name.indexOf('.');
        if (dot == 0) {
            return "";
        }
        if (dot < 0 || !isInPackage(scopeName) || nestedTypeNames().contains(name.substring(0, dot))) {
            return scopeName;
        }
        return file.packageName();
    }

    private boolean isInPackage(String scopeName) {
        String packageName = file.packageName();
        return scopeName.startsWith(packageName)
                && (packageName.isEmpty()
                        || scopeName.length() == packageName.length()
                        || scopeName.charAt(packageName.length()) == '.');
    }

    private Set<String> nestedTypeNames() {
        Set<String> names = nestedTypeNames;
        if (names == null) {
            names = new HashSet<>();
            for (MessageType message : file.messages()) {
                addNested(message, names);
            }
            nestedTypeNames = names;
        }
        return names;
    }

    private static void addNested(MessageType message, Set<String> names) {
        for (EnumType enumType : message.enums()) {
            names.add(enumType.name());
        }
        List<MessageType> nested = message.messages();
        for (MessageType inner : nested) {
            names.add(inner.name());
            addNested(inner, names);
        }
    }
}
