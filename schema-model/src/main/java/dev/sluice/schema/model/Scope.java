package dev.sluice.schema.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names as one file sees them: its own symbols and those of the files it imports, innermost scope first
 * (protobuf.dev, Packages and Name Resolution).
 */
public final class Scope {
    private final Symbols symbols;
    private final SchemaFile file;
    private final Set<SchemaFile> visible = new LinkedHashSet<>();
    private final boolean withOptionImports;

    private Scope(Symbols symbols, SchemaFile file, boolean withOptionImports) {
        this.symbols = symbols;
        this.file = file;
        this.withOptionImports = withOptionImports;
        visible.add(file);
        for (Import imported : file.imports()) {
            if (withOptionImports || imported.kind() != Import.Kind.OPTION) {
                addWithPublicImports(imported.file());
            }
        }
    }

    /** What the types and RPCs of a file can refer to. */
    public static Scope ofTypes(Symbols symbols, SchemaFile file) {
        return new Scope(symbols, file, false);
    }

    /** What the options of a file can refer to: option imports too (edition 2024). */
    public static Scope ofOptions(Symbols symbols, SchemaFile file) {
        return new Scope(symbols, file, true);
    }

    private void addWithPublicImports(SchemaFile imported) {
        if (visible.add(imported)) {
            for (Import further : imported.imports()) {
                if (further.kind() == Import.Kind.PUBLIC) {
                    addWithPublicImports(further.file());
                }
            }
        }
    }

    /**
     * Finds what a name refers to.
     *
     * @param scope full name of the innermost scope the name stands in
     * @param name the name as written, with a leading dot where it is absolute
     * @param typesOnly whether a symbol that is no type is passed over for one further out
     * @return the element, or null where the name refers to nothing visible
     */
    public @Nullable Element find(String scope, String name, boolean typesOnly) {
        if (name.startsWith(".")) {
            return visibleSymbol(name.substring(1)) instanceof Element element ? element : null;
        }
        int firstDot = name.indexOf('.');
        String first = firstDot < 0 ? name : name.substring(0, firstDot);
        String outer = scope;
        while (true) {
            String candidate = outer.isEmpty() ? first : outer + "." + first;
            Object symbol = visibleSymbol(candidate);
            if (symbol != null) {
                if (firstDot >= 0) {
                    if (isAggregate(symbol)) {
                        return visibleSymbol(candidate + name.substring(firstDot)) instanceof Element element
                                ? element
                                : null;
                    }
                } else if (!typesOnly || symbol instanceof NamedType) {
                    return symbol instanceof Element element ? element : null;
                }
            }
            if (outer.isEmpty()) {
                return null;
            }
            int dot = outer.lastIndexOf('.');
            outer = dot < 0 ? "" : outer.substring(0, dot);
        }
    }

    /** Says why a name refers to nothing, and what to do. */
    public String explainMissing(String scope, String name) {
        String plain = name.startsWith(".") ? name.substring(1) : name;
        List<String> candidates = new ArrayList<>();
        if (!name.startsWith(".")) {
            for (String outer = scope; !outer.isEmpty(); ) {
                candidates.add(outer + "." + plain);
                int dot = outer.lastIndexOf('.');
                outer = dot < 0 ? "" : outer.substring(0, dot);
            }
        }
        candidates.add(plain);
        for (String candidate : candidates) {
            Element hidden = symbols.findMember(candidate);
            if (hidden != null && !visible.contains(hidden.file())) {
                return "\"" + plain + "\" is declared in \"" + hidden.file().filePath() + "\", which \""
                        + file.filePath() + "\" does not import" + (withOptionImports ? "" : " for types")
                        + "; add: import \"" + hidden.file().filePath() + "\";";
            }
        }
        int dot = plain.indexOf('.');
        if (dot > 0 && !name.startsWith(".")) {
            String first = plain.substring(0, dot);
            for (String candidate : candidates) {
                String shadow = candidate.substring(0, candidate.length() - plain.length()) + first;
                Object symbol = visibleSymbol(shadow);
                if (symbol != null && isAggregate(symbol)) {
                    return "\"" + plain + "\" is not defined: \"" + first + "\" is resolved to \"" + shadow
                            + "\" first, the innermost scope; write \"." + plain + "\" to start from the outermost";
                }
            }
        }
        return "\"" + plain + "\" is not defined";
    }

    private @Nullable Object visibleSymbol(String fullName) {
        Object symbol = symbols.findSymbol(fullName);
        if (symbol instanceof Element element) {
            return visible.contains(element.file()) ? element : null;
        }
        if (symbol instanceof Symbols.PackageName && packageIsVisible(fullName)) {
            return symbol;
        }
        return null;
    }

    private boolean packageIsVisible(String name) {
        for (SchemaFile candidate : visible) {
            String packageName = candidate.packageName();
            if (packageName.startsWith(name)
                    && (packageName.length() == name.length() || packageName.charAt(name.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAggregate(Object symbol) {
        return symbol instanceof Symbols.PackageName || symbol instanceof NamedType || symbol instanceof Service;
    }
}
