package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.code.JavaSource;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import dev.sluice.codegen.java.Literals;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.json.JsonValue;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * Generates Java bindings of JSON Schemas (2020-12; 2019-09, 07 and 06 as far as they say the same): a top-level class for
 * each file, with the types of all schemas within it. The same files give the same bytes.
 */
public final class JsonBindings {
    /** A class with more members has no room for its methods. */
    private static final int MAX_MEMBERS = 1_000;

    /** An enum with more constants does not fit the method that makes them. */
    private static final int MAX_TEXTS = 1_500;

    private final Problems problems = new Problems();
    private final List<SchemaDocument> documents = new ArrayList<>();

    private JsonBindings() {}

    /**
     * The Java files of JSON Schemas, by path.
     *
     * @param files the bytes of each file by its path, with {@code /} between folders, which become Java packages
     * @param javaPackage the package that those are in; may be empty
     * @throws GenerationException if something in the schemas is wrong or cannot be generated
     */
    public static List<GeneratedFile> of(Map<String, byte[]> files, String javaPackage) {
        return new JsonBindings().generate(new TreeMap<>(files), javaPackage);
    }

    private void failIfThereAreProblems() {
        if (!problems.isEmpty()) {
            throw new GenerationException(problems.sorted());
        }
    }

    private List<GeneratedFile> generate(Map<String, byte[]> files, String javaPackage) {
        files.forEach(this::parse);
        failIfThereAreProblems();
        References references = new References(documents, problems);
        KeywordCheck keywords = new KeywordCheck(references, problems);
        documents.forEach(keywords::check);
        failIfThereAreProblems();
        InPlaceCycles cycles = new InPlaceCycles(references, problems);
        documents.forEach(document -> cycles.check(document.root()));
        failIfThereAreProblems();
        Views views = new Views(references);
        Shapes shapes = new Shapes(views);
        Names names = new Names(javaPackage, documents, views, problems);
        Types types = new Types(shapes, names, problems);
        Generation generation = new Generation(views, shapes, names, types, new Assertions(names, references));
        Map<SchemaDocument, List<View>> named = named(generation);
        failIfThereAreProblems();
        List<GeneratedFile> generated = new ArrayList<>();
        for (SchemaDocument document : documents) {
            TypeSpec.Builder type = emit(document, named.getOrDefault(document, List.of()), generation);
            String packageName = names.root(document).packageName();
            generated.add(file(JavaSource.of(packageName, nullMarked(type), document.path())));
        }
        generation
                .assertions()
                .classes()
                .forEach((name, spec) ->
                        generated.add(file(JavaSource.of(name.packageName(), nullMarked(spec.toBuilder())))));
        generated.sort(Comparator.comparing(GeneratedFile::path));
        return generated;
    }

    private void parse(String path, byte[] bytes) {
        Optional<String> text = SchemaFolder.text(bytes);
        if (text.isEmpty()) {
            problems.add(path, "the file is not UTF-8");
            return;
        }
        try {
            JsonValue value = JsonValue.parse(text.get());
            SchemaDocument unread = new SchemaDocument(path, text.get(), value, Dialect.DRAFT_2020_12);
            Optional<String> dialect = unread.root().text("$schema");
            if (dialect.isPresent() && dialect.flatMap(Dialect::of).isEmpty()) {
                problems.add(unread.problem(
                        List.of("$schema"),
                        "the dialect \"" + dialect.get()
                                + "\" is not supported; 2020-12, 2019-09, draft-07 and draft-06 are"));
            }
            documents.add(new SchemaDocument(
                    path, text.get(), value, dialect.flatMap(Dialect::of).orElse(Dialect.DRAFT_2020_12)));
        } catch (MalformedMessageException e) {
            problems.add(new Problem(
                    path, e.line(), SchemaDocument.column(text.get(), e.offset()), "no JSON: " + e.reason()));
        }
    }

    /** The views that need a class of their own, by the document that it is in. */
    private Map<SchemaDocument, List<View>> named(Generation generation) {
        Map<SchemaDocument, List<View>> named = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        Deque<View> waiting = new ArrayDeque<>();
        for (SchemaDocument document : documents) {
            waiting.add(generation.views().of(document.root()));
            definitions(document.root(), generation, waiting);
        }
        while (!waiting.isEmpty()) {
            View view = waiting.poll();
            if (!seen.add(List.of(view.key(), view.orNull()))) {
                continue;
            }
            Shape shape = generation.shapes().of(view);
            generation.types().orNull(view);
            if (shape.isNamed() && seen.add(List.of(view.key(), "class"))) {
                generation.names().of(view);
                claimCases(view, shape, generation);
                named.computeIfAbsent(view.named().document(), absent -> new ArrayList<>())
                        .add(view);
                checkSize(view, shape);
            }
            waiting.addAll(within(view, shape, generation));
        }
        return named;
    }

    /** The cases of a document that is a union are beside its definitions. */
    private static void claimCases(View view, Shape shape, Generation generation) {
        if (shape instanceof Shape.Union union) {
            List<ClassName> cases = UnionEmitter.cases(view, union, generation);
            for (int i = 0; i < cases.size(); i++) {
                generation.names().claim(cases.get(i), union.node(i));
            }
        }
    }

    private static void definitions(SchemaNode node, Generation generation, Deque<View> to) {
        for (String keyword : Names.DEFINITIONS) {
            for (SchemaNode definition : Keywords.children(node, keyword)) {
                to.add(generation.views().of(definition));
                definitions(definition, generation, to);
            }
        }
    }

    private static List<View> within(View view, Shape shape, Generation generation) {
        List<View> within = new ArrayList<>();
        if (shape instanceof Shape.ListOf list) {
            list.elements().ifPresent(within::add);
        } else if (shape instanceof Shape.MapOf map) {
            map.values().ifPresent(within::add);
        } else if (shape instanceof Shape.Union union) {
            within.addAll(union.cases());
        } else if (shape instanceof Shape.Members) {
            for (String name : Shapes.names(view)) {
                within.add(generation.views().property(view, name));
            }
            generation
                    .views()
                    .additional(view)
                    .filter(node -> !node.isFalse())
                    .map(generation.views()::of)
                    .ifPresent(within::add);
        }
        return within;
    }

    private void checkSize(View view, Shape shape) {
        int members = shape instanceof Shape.Members ? Shapes.names(view).size() : 0;
        if (members > MAX_MEMBERS) {
            problems.add(view.named()
                    .problem("no Java is generated for " + members + " members: a class has room for " + MAX_MEMBERS));
        }
        if (shape instanceof Shape.Texts texts
                && texts.declaring().texts("enum").size() > MAX_TEXTS) {
            problems.add(texts.declaring()
                    .problem("no Java is generated for more than " + MAX_TEXTS + " values of an enum", "enum"));
        }
    }

    private static TypeSpec.Builder emit(SchemaDocument document, List<View> named, Generation generation) {
        ClassName root = generation.names().root(document);
        TypeSpec.Builder top = null;
        List<TypeSpec> nested = new ArrayList<>();
        for (View view : named) {
            TypeSpec.Builder spec = emit(view, generation);
            spec.addJavadoc(Javadoc.of(
                            view.named(),
                            "{@code " + MembersEmitter.plain(view.named().location()) + "}."))
                    .addAnnotation(from(view.named().location()))
                    .addMethod(Methods.fromJson(generation.names().of(view)));
            if (generation.names().of(view).equals(root)) {
                top = spec;
            } else {
                nested.add(spec.addModifiers(Modifier.STATIC).build());
            }
        }
        if (top == null) {
            top = whole(document, root, generation);
        }
        nested.sort(Comparator.comparing(TypeSpec::name));
        nested.forEach(top::addType);
        return top;
    }

    private static AnnotationSpec from(String location) {
        return AnnotationSpec.builder(JsonRuntime.GENERATED_FROM)
                .addMember("value", "$L", Literals.string(location))
                .build();
    }

    private static TypeSpec.Builder emit(View view, Generation generation) {
        Shape shape = generation.shapes().of(view);
        if (shape instanceof Shape.Union union) {
            return new UnionEmitter(view, union, generation).emit();
        }
        return shape instanceof Shape.Texts texts
                ? new TextsEmitter(view, texts, generation).emit()
                : new MembersEmitter(view, generation).emit();
    }

    /** The class of a document whose schema has no class of its own: a holder of definitions, or of one value. */
    private static TypeSpec.Builder whole(SchemaDocument document, ClassName root, Generation generation) {
        View view = generation.views().of(document.root());
        boolean isHolder = view.nodes().isEmpty()
                && (document.root().has("$defs") || document.root().has("definitions"));
        TypeSpec.Builder spec = isHolder
                ? TypeSpec.classBuilder(root)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PRIVATE)
                                .build())
                : new WholeEmitter(root, view, generation).emit().addMethod(Methods.fromJson(root));
        return spec.addJavadoc(Javadoc.of(document.root(), "{@code " + MembersEmitter.plain(document.path()) + "}."))
                .addAnnotation(from(document.path() + "#"));
    }

    private static TypeSpec nullMarked(TypeSpec.Builder spec) {
        return spec.addAnnotation(JsonRuntime.NULL_MARKED).build();
    }

    private static GeneratedFile file(JavaSource source) {
        return new GeneratedFile(source.path(), source.text());
    }
}
