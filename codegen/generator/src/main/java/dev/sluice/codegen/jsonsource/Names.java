package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.java.JavaNames;
import dev.sluice.schema.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The class of each view that has one of its own. It depends on where the view's schema is and on the names of its
 * document's definitions: a document gives a top-level class, everything within it a class nested in that.
 */
final class Names {
    private static final String TITLE = "[A-Za-z][A-Za-z0-9 _-]{0,60}";

    /** The keywords under which definitions are. */
    static final List<String> DEFINITIONS = List.of("$defs", "definitions");

    private static final Set<String> RESERVED = Set.of(
            "BigDecimal",
            "BigInteger",
            "Check",
            "Collection",
            "FieldList",
            "FieldMap",
            "Format",
            "GeneratedFrom",
            "HashSet",
            "Known",
            "IsoDuration",
            "JsonAssertion",
            "JsonCheck",
            "JsonCursor",
            "JsonDocument",
            "JsonForm",
            "JsonForms",
            "JsonValue",
            "JsonWriter",
            "List",
            "LocalDate",
            "Map",
            "NullMarked",
            "Nullable",
            "Objects",
            "OffsetDateTime",
            "OffsetTime",
            "Optional",
            "Regex",
            "Set",
            "URI",
            "UUID",
            "Unknown",
            "Violations");

    /** The classes that generated classes have within, in lower case: some disks do not tell files that differ in case. */
    private static final Set<String> WITHIN = Set.of("builder", "known", "unknown");

    private final String javaPackage;
    private final Views views;
    private final Problems problems;
    private final DefinitionNames definitions = new DefinitionNames();
    private final MemberNames members = new MemberNames();
    private final Map<SchemaDocument, ClassName> roots = new HashMap<>();
    private final Map<SchemaDocument, SchemaNode> promoted = new HashMap<>();
    private final Map<Object, ClassName> names = new HashMap<>();
    private final Map<String, Claim> taken = new HashMap<>();

    Names(String javaPackage, List<SchemaDocument> documents, Views views, Problems problems) {
        this.javaPackage = javaPackage;
        this.views = views;
        this.problems = problems;
        for (SchemaDocument document : documents) {
            SchemaNode top = top(document);
            ClassName name = ClassName.get(packageOf(document), rootName(document));
            roots.put(document, name);
            promoted.put(document, top);
            if (claim(name, document.root(), "class")) {
                claim(assertions(document), document.root(), "assertions");
            }
        }
    }

    /** The schema that a document's top-level class is of: what its whole refers to, if that is all it says. */
    private SchemaNode top(SchemaDocument document) {
        View view = views.of(document.root());
        boolean isWithin =
                view.named().document() == document && view.namedPart().isEmpty();
        return isWithin && !view.orNull() ? view.named() : document.root();
    }

    private String packageOf(SchemaDocument document) {
        int slash = document.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : document.path().substring(0, slash).replace('/', '.');
        String joined = javaPackage.isEmpty() || folder.isEmpty() ? javaPackage + folder : javaPackage + "." + folder;
        String name = JavaNames.packageName(joined);
        if (joined.isEmpty()) {
            problems.add(
                    document.path(),
                    "no Java package is known: name one, or move the file to a folder that is named like one");
        } else if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")) {
            problems.add(document.path(), "its folder gives no Java package: \"" + name + "\"");
        }
        return name;
    }

    private static String rootName(SchemaDocument document) {
        SchemaNode root = document.root();
        String file = document.path().substring(document.path().lastIndexOf('/') + 1);
        String base = file.replaceFirst("(\\.schema)?\\.json$", "");
        String id = root.text("$id").orElse("").replaceFirst("#.*$", "").replaceFirst("(\\.schema)?(\\.json)?$", "");
        String ofId = id.replaceFirst("^.*[/:]", "");
        String ofFile = base.substring(base.lastIndexOf('.') + 1);
        String wanted = root.text("title")
                .filter(title -> title.matches(TITLE))
                .orElse(ofId.matches("[A-Za-z][A-Za-z0-9_-]*") ? ofId : ofFile);
        return typeName(wanted, Set.of());
    }

    /** {@code order-line} as {@code OrderLine}; another name than those that generated code needs. */
    private static String typeName(String text, Set<String> more) {
        Set<String> reserved = new HashSet<>(JavaNames.RESERVED_TYPES);
        reserved.addAll(RESERVED);
        reserved.addAll(more);
        String name = JavaNames.unused(pascal(text), reserved);
        return WITHIN.contains(name.toLowerCase(Locale.ROOT)) ? name + "_" : name;
    }

    static String pascal(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+")) {
            name.append(word.isEmpty() ? "" : JavaNames.capital(word));
        }
        if (name.isEmpty()) {
            return "Value";
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name.toString();
    }

    /** The top-level class of a document. */
    ClassName root(SchemaDocument document) {
        return Objects.requireNonNull(roots.get(document));
    }

    /** The class of the assertions of a document's schemas. */
    ClassName assertions(SchemaDocument document) {
        ClassName root = root(document);
        return ClassName.get(root.packageName(), root.simpleName() + "Assertions");
    }

    /** The class of a view that needs one of its own. */
    ClassName of(View view) {
        ClassName name = names.get(view.key());
        if (name == null) {
            name = name(view.named(), view.namedPart());
            if (!name.equals(root(view.named().document()))) {
                claim(name, view.named(), view.key());
            }
            names.put(view.key(), name);
        }
        return name;
    }

    private ClassName name(SchemaNode node, String part) {
        ClassName root = root(node.document());
        boolean isTop = node.equals(promoted.get(node.document())) || node.isRoot();
        if (isTop && part.isEmpty()) {
            return root;
        }
        String title = node.text("title")
                .filter(text -> text.matches("[A-Za-z][A-Za-z0-9_]{0,60}"))
                .orElse("");
        String ofNode = isTop ? "" : title.isEmpty() || isNamed(node) ? words(node) : title;
        String within = (ofNode + " " + part).strip();
        String wanted = givesWay(node, within) ? within + " Value" : within;
        return root.nestedClass(typeName(wanted, Set.of(root.simpleName())));
    }

    /** Whether a name is that of a definition or, to what is within those, of a member of the whole. */
    private boolean givesWay(SchemaNode node, String name) {
        boolean isWithinDefinition =
                !node.isRoot() && DEFINITIONS.contains(node.path().get(0));
        return !isDefinition(node)
                && (definitions.have(node.document(), name)
                        || isWithinDefinition && members.have(node.document(), name));
    }

    /** Whether the schema has a name in its document, which a title, prose more often than not, does not replace. */
    private static boolean isNamed(SchemaNode node) {
        return isDefinition(node) || isUnder(node, List.of("properties"));
    }

    private static boolean isDefinition(SchemaNode node) {
        return isUnder(node, DEFINITIONS);
    }

    private static boolean isUnder(SchemaNode node, List<String> keywords) {
        int size = node.path().size();
        return size >= 2 && keywords.contains(node.path().get(size - 2));
    }

    private String words(SchemaNode node) {
        List<Object> path = node.path();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            String step = path.get(i).toString();
            boolean named = i + 1 < path.size();
            switch (step) {
                case "$defs", "definitions" -> {
                    words.setLength(0);
                    words.append(
                            named
                                    ? definitions.of(
                                            node.document(), path.get(++i).toString())
                                    : step);
                }
                case "properties" -> words.append(' ').append(named ? path.get(++i) : step);
                case "items" -> words.append(" Item");
                case "additionalProperties" -> words.append(" Value");
                case "patternProperties" -> {
                    words.append(" Value");
                    i++;
                }
                case "oneOf", "anyOf" -> {
                    words.append(" Case");
                    if (named) {
                        words.append((Integer) path.get(++i) + 1);
                    }
                }
                case "allOf" -> {
                    words.append(" Part");
                    if (named) {
                        words.append((Integer) path.get(++i) + 1);
                    }
                }
                default -> words.append(' ').append(step);
            }
        }
        return words.toString();
    }

    /** Takes the name of a class of a schema; a problem where another schema has it. */
    void claim(ClassName name, SchemaNode node) {
        claim(name, node, node);
    }

    /** Takes a name, unless another schema has it; tells whether it did. */
    private boolean claim(ClassName name, SchemaNode node, Object key) {
        Claim claim = new Claim(node, key);
        Claim before = taken.putIfAbsent(name.toString().toLowerCase(Locale.ROOT), claim);
        if (before == null || before.equals(claim)) {
            return true;
        }
        boolean inOneDocument = node.document() == before.node().document();
        problems.add(node.problem("the class " + name.simpleName() + " is that of the schema at "
                + before.node().place() + " too; rename one of them, "
                + (inOneDocument
                        ? "or give it another title"
                        : "give it another title, or move it to another folder, which gives another package")));
        return false;
    }

    /** What a class is of. */
    private record Claim(SchemaNode node, Object key) {}
}
