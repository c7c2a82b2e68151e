package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;
import dev.sluice.schema.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code $ref} can refer to: the given files by their path and by {@code $id}, and within them JSON pointers and
 * anchors. Nothing else is ever read, neither from disk nor from a network.
 */
final class References {
    private static final URI FOLDER = URI.create("folder:/");

    private final Map<URI, SchemaNode> resources = new HashMap<>();
    private final Map<URI, SchemaNode> anchors = new HashMap<>();
    private final Map<SchemaNode, URI> bases = new HashMap<>();
    private final Problems problems;

    References(List<SchemaDocument> documents, Problems problems) {
        this.problems = problems;
        for (SchemaDocument document : documents) {
            URI file = fileOf(document);
            resources.put(file, document.root());
            bases.put(document.root(), file);
        }
        for (SchemaDocument document : documents) {
            identify(document.root(), fileOf(document));
        }
    }

    private static URI fileOf(SchemaDocument document) {
        try {
            return FOLDER.resolve(new URI(null, null, "/" + document.path(), null));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void identify(SchemaNode node, URI outer) {
        URI base = outer;
        String id = node.text("$id").orElse("");
        boolean ofDraft7 = node.document().dialect().refStandsAlone();
        if (id.startsWith("#") && ofDraft7) {
            anchors.put(withFragment(base, id.substring(1)), node);
        } else if (!id.isEmpty()) {
            base = uri(id).map(outer::resolve).orElse(outer);
            base = withoutFragment(base);
            SchemaNode before = resources.putIfAbsent(base, node);
            if (before != null && !before.equals(node)) {
                problems.add(node.problem(
                        "the $id \"" + id + "\" is that of " + before.place() + " too; give each a $id of its own",
                        "$id"));
            }
        }
        bases.put(node, base);
        URI here = base;
        node.text("$anchor").ifPresent(anchor -> anchors.put(withFragment(here, anchor), node));
        for (SchemaNode child : Keywords.children(node)) {
            identify(child, base);
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }

    private static URI withFragment(URI uri, String fragment) {
        return uri(withoutFragment(uri) + "#" + fragment).orElse(uri);
    }

    /** The schema that the {@code $ref} of a schema refers to, if it has one that refers to anything. */
    Optional<SchemaNode> target(SchemaNode from) {
        return from.text("$ref").flatMap(ref -> target(from, ref));
    }

    private Optional<SchemaNode> target(SchemaNode from, String ref) {
        int hash = ref.indexOf('#');
        String resource = hash < 0 ? ref : ref.substring(0, hash);
        String fragment = hash < 0 ? "" : ref.substring(hash + 1);
        URI base = baseOf(from);
        SchemaNode root = resources.get(base);
        if (!resource.isEmpty()) {
            Optional<URI> named = uri(resource);
            root = named.map(base::resolve).map(resources::get).orElse(null);
            if (root == null) {
                root = named.map(fileOf(from.document())::resolve)
                        .map(resources::get)
                        .orElse(null);
            }
        }
        if (root == null) {
            return Optional.empty();
        }
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return pointed(root, fragment);
        }
        return Optional.ofNullable(anchors.get(withFragment(baseOf(root), fragment)));
    }

    private URI baseOf(SchemaNode node) {
        for (int length = node.path().size(); length >= 0; length--) {
            SchemaNode outer = new SchemaNode(node.document(), node.path().subList(0, length), JsonValue.NULL);
            URI base = bases.get(outer);
            if (base != null) {
                return base;
            }
        }
        return fileOf(node.document());
    }

    private static Optional<SchemaNode> pointed(SchemaNode root, String pointer) {
        List<Object> path = new ArrayList<>(root.path());
        JsonValue at = root.value();
        if (!pointer.isEmpty()) {
            for (String step : pointer.substring(1).split("/", -1)) {
                String name = decoded(step).replace("~1", "/").replace("~0", "~");
                boolean isIndex = at instanceof JsonValue.ArrayValue && name.matches("0|[1-9][0-9]{0,8}");
                Object next = isIndex ? (Object) Integer.valueOf(name) : name;
                path.add(next);
                Optional<JsonValue> found = root.document().at(path);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                at = found.get();
            }
        }
        return Optional.of(new SchemaNode(root.document(), path, at));
    }

    private static String decoded(String step) {
        return uri("#" + step).map(URI::getFragment).orElse(step);
    }
}
