package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.mutation.CompatibleMutations;
import dev.sluice.compat.mutation.Corpora;
import dev.sluice.compat.mutation.MutatedTree;
import dev.sluice.compat.mutation.Mutation;
import dev.sluice.compat.mutation.Mutations;
import dev.sluice.compat.mutation.SchemaTree;
import dev.sluice.compat.mutation.TreeSource;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Schemas change at random; where the checker finds nothing in category FILE, old programs go on with the new bindings, both
 * compiled and as sources. {@code -Dsluice.seed}, {@code -Dsluice.files} and {@code -Dsluice.rounds} try others and more.
 */
class EvolutionTest {
    private static final long SEED = Long.getLong("sluice.seed", 20_261_126);
    private static final GeneratorOptions OPTIONS = new GeneratorOptions(true, true);
    private static final int ROUNDS = Integer.getInteger("sluice.rounds", 12);
    private static final int FILES = Integer.getInteger("sluice.files", 20);

    /** Files of googleapis import more than others. */
    private static final int FEWER = FILES / 3;

    private static final String HEADER = "syntax = \"proto3\"; package evolved.v1; ";

    /** Of a schema whose java_package is the unnamed package: it is refused. */
    private static final String UNNAMED = "option java_package = \"\"";

    /** Of the largest file that is taken, in bytes: javac takes most of the time. */
    private static final int LARGEST = 12_000;

    @TempDir
    private Path folder;

    @Test
    void bindingsOfProtobufTestsStayCompatible() throws Exception {
        staysCompatible("protobuf-tests", Corpora.protobufTests(), FILES);
    }

    @Test
    void bindingsOfGoogleapisStayCompatible() throws Exception {
        staysCompatible("googleapis", Corpora.googleapis(), FEWER);
    }

    /**
     * What the checker passes and old programs notice: a name that generated code had already made of another. It is the
     * schema's own from then on, and what was made of the other gets an underscore.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a type named like a oneof's cases"
                        + "| message A { oneof pay { string card = 1; } }"
                        + "| message A { oneof pay { string card = 1; } message PayCase {} }"
                        + "| evolved.v1.A.pay() METHOD_RETURN_TYPE_CHANGED",
                "a field named like another's number, with a lower number itself"
                        + "| message A { Kind kind = 2; } enum Kind { K = 0; }"
                        + "| message A { int32 kind_value = 1; Kind kind = 2; } enum Kind { K = 0; }"
                        + "| evolved.v1.A.kind() METHOD_REMOVED",
                "a message named like the description of a service"
                        + "| service S { rpc Get(A) returns (A); } message A {}"
                        + "| service S { rpc Get(A) returns (A); } message A {} message SRpcs {}"
                        + "| evolved.v1.SRpcs.GET FIELD_REMOVED"
            })
    void aNameThatWasMadeAlreadyIsTheException(String change, String before, String after, String incompatible)
            throws Exception {
        SchemaSet olds = Schemas.of(folder.resolve("old"), HEADER + before);
        SchemaSet news = Schemas.of(folder.resolve("new"), HEADER + after);

        assertThat(breaking(olds, news)).as(change).isEmpty();
        assertThat(JavaChanges.incompatible(jar(olds), jar(news))).as(change).contains(incompatible);
    }

    private static void staysCompatible(String corpus, SchemaTree all, int files) throws Exception {
        SchemaTree sample = all.sample(files, new Random(SEED));
        SchemaTree base = sample.without(sample.largerThan(LARGEST)).without(sample.containing(UNNAMED));
        SchemaSet olds = read(base.source());
        Map<String, List<String>> applied = new TreeMap<>();
        SchemaSet news = read(changed(base, olds, applied).source());

        List<String> incompatible = JavaChanges.incompatible(jar(olds), jar(news));

        System.out.println(corpus + ": "
                + applied.values().stream().mapToInt(List::size).sum() + " compatible changes of " + applied.size()
                + " of " + base.texts().size() + " files, seed " + SEED);
        assertThat(applied).hasSizeGreaterThan(base.texts().size() / 2);
        assertThat(incompatible).as("seed %d, %s", SEED, applied).isEmpty();
    }

    /** Changes a tree again and again, and each time undoes the changes of files in which the checker finds something. */
    private static SchemaTree changed(SchemaTree base, SchemaSet olds, Map<String, List<String>> applied)
            throws IOException, UnknownRuleException {
        List<Mutation> mutations = new ArrayList<>(Mutations.ALL);
        for (int i = 0; i < 6; i++) {
            mutations.addAll(CompatibleMutations.all());
        }
        SchemaTree current = base;
        for (int round = 0; round < ROUNDS; round++) {
            MutatedTree mutated = MutatedTree.of(current, current.texts().size(), mutations, new Random(SEED + round));
            for (Set<String> refused = refused(olds, mutated); !refused.isEmpty(); refused = refused(olds, mutated)) {
                refused.forEach(mutated::revert);
            }
            mutated.applied()
                    .forEach((path, names) -> applied.computeIfAbsent(path, absent -> new ArrayList<>())
                            .addAll(names));
            current = mutated.tree();
        }
        return current;
    }

    /** The paths of files in which the checker finds something, or of which no Java is generated. */
    private static Set<String> refused(SchemaSet olds, MutatedTree mutated) throws IOException, UnknownRuleException {
        SchemaSet news = read(mutated.source());
        Set<String> paths = new TreeSet<>();
        for (Finding finding : breaking(olds, news)) {
            finding.newPath().ifPresent(paths::add);
            paths.add(finding.oldPath());
        }
        if (paths.isEmpty()) {
            try {
                Generator.generate(news, OPTIONS);
            } catch (GenerationException e) {
                e.problems().forEach(problem -> paths.add(problem.path()));
            }
        }
        return paths;
    }

    private static List<Finding> breaking(SchemaSet olds, SchemaSet news) throws UnknownRuleException {
        return CompatibilityCheck.run(olds, news, CheckOptions.DEFAULT).findings();
    }

    private static byte[] jar(SchemaSet set) throws IOException {
        return Compiled.of(Generator.generate(set, OPTIONS)).jar();
    }

    private static SchemaSet read(TreeSource source) throws IOException {
        ReadResult result = new SchemaReader(List.of()).read(source);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }
}
