package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.codegen.jsonschema.JsonSchemas;
import dev.sluice.codegen.jsonsource.JsonBinding;
import dev.sluice.codegen.jsonsource.JsonBindings;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.json.JsonDocument;
import dev.sluice.runtime.json.JsonValue;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The JSON Schemas made from protobuf messages: they accept what protobuf writes and refuse what it does not read; and the
 * bindings made from them in turn say what networknt's validator says.
 */
class EmittedSchemaTest {
    /**
     * networknt takes this for a reference, as the type of a problem; by RFC 3986, 4.2 and java.net.URI, a reference without a
     * scheme has no colon in its first segment.
     */
    private static final String NO_REFERENCE = "\"type\":\"://\"";

    private static final long SEED = Long.getLong("sluice.seed", new Random().nextLong());
    private static final Duration ENOUGH = Duration.ofSeconds(9);
    private static final int LEAST = 5;

    /** What takes the place of a value: no message has all of them there. */
    private static final List<String> ODD = List.of(
            "true", "[]", "[[]]", "{}", "{\"x\":[true]}", "\"zz?\"", "-1", "1.5", "123456789012345678901234567890");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Random random = new Random(SEED);

    /** One message: its schema, and the binding made from that. */
    private record Emitted(Schema schema, JsonBinding binding) {}

    private Map<String, Emitted> emitted(SchemaSet set) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (GeneratedFile file : JsonSchemas.of(set)) {
            String name = file.path().replace(".schema.json", "");
            schemas.put(name, registry.getSchema(file.text(), InputFormat.JSON));
            files.put("m" + files.size() + "/" + file.path(), file.text().getBytes(StandardCharsets.UTF_8));
        }
        Compiled compiled = Compiled.of(JsonBindings.of(files, "json"));
        Map<String, Emitted> emitted = new LinkedHashMap<>();
        files.keySet().forEach(path -> {
            String name = path.substring(path.indexOf('/') + 1).replace(".schema.json", "");
            emitted.put(
                    name,
                    new Emitted(
                            Objects.requireNonNull(schemas.get(name)),
                            JsonBinding.load(compiled, compiled.nameOf(path + "#"))));
        });
        return emitted;
    }

    @Test
    void bindingsOfTheContractsSchemasSayWhatNetworkntSays() {
        SchemaSet contract = Schemas.contract();
        Map<String, FileDescriptor> descriptors = Schemas.descriptors(contract);
        int valid = 0;
        int all = 0;
        for (Map.Entry<String, Emitted> entry : emitted(contract).entrySet()) {
            Descriptor descriptor = descriptor(descriptors, entry.getKey());
            for (int seed = 0; seed < 60; seed++) {
                DynamicMessage message =
                        new LikelyMessages(contract, SEED + seed, seed % 2 == 0 ? 5 : 200).next(descriptor);
                valid += agree(entry.getKey(), entry.getValue(), json(message)) ? 1 : 0;
                all++;
            }
        }
        assertThat(valid).as("valid of %d, seed %d", all, SEED).isBetween(all / 10, all * 9 / 10);
    }

    @Test
    void schemasOfRealMessagesAcceptWhatProtobufWritesAndRefuseWhatItDoesNotRead() throws IOException {
        Path root = Corpora.unpacked("googleapis").resolve("new");
        FolderSource source = new FolderSource(root);
        SchemaReader reader = SchemaReader.withImports(List.of(root));
        List<String> paths = new ArrayList<>(source.list());
        Collections.shuffle(paths, new Random(SEED));
        Instant end = Instant.now().plus(ENOUGH);
        int files = 0;
        int messages = 0;
        int refused = 0;
        for (String path : paths) {
            if (files >= LEAST && Instant.now().isAfter(end)) {
                break;
            }
            if (reader.read(source, List.of(path)) instanceof ReadResult.Read read
                    && !read.set().requestedFiles().get(0).messages().isEmpty()) {
                Map<String, FileDescriptor> descriptors = Schemas.descriptors(read.set());
                for (Map.Entry<String, Emitted> entry : emitted(read.set()).entrySet()) {
                    refused += check(entry.getKey(), entry.getValue(), descriptor(descriptors, entry.getKey()));
                    messages++;
                }
                files++;
            }
        }
        System.out.println("JSON Schemas of " + messages + " messages of " + files + " files, " + refused
                + " documents refused, seed " + SEED);
        assertThat(refused).as("seed %d", SEED).isPositive();
    }

    private static Descriptor descriptor(Map<String, FileDescriptor> descriptors, String fullName) {
        for (FileDescriptor file : descriptors.values()) {
            String prefix = file.getPackage().isEmpty() ? "" : file.getPackage() + ".";
            if (fullName.startsWith(prefix)) {
                Descriptor found = file.findMessageTypeByName(fullName.substring(prefix.length()));
                if (found != null) {
                    return found;
                }
            }
        }
        throw new IllegalArgumentException(fullName);
    }

    private static String json(DynamicMessage message) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks one message; gives how many documents were refused. */
    private int check(String name, Emitted emitted, Descriptor descriptor) {
        if (!RandomMessages.areThereAny(descriptor) || !CorpusRoundTripTest.haveJson(descriptor, new HashSet<>())) {
            return 0;
        }
        int refused = 0;
        for (int i = 0; i < 5; i++) {
            String json = json(new RandomMessages(SEED + i, false).next(descriptor));
            assertThat(emitted.schema().validate(json, InputFormat.JSON))
                    .as("%s, seed %d: %s", name, SEED + i, json)
                    .isEmpty();
            agree(name, emitted, json);
            String mutated = mutated(JsonValue.parse(json)).toJson();
            boolean accepted = agree(name, emitted, mutated);
            refused += accepted ? 0 : 1;
            assertThat(accepted && !isRead(mutated, descriptor))
                    .as("%s, seed %d: %s is accepted, and protobuf does not read it", name, SEED, mutated)
                    .isFalse();
        }
        return refused;
    }

    private static boolean isRead(String json, Descriptor descriptor) {
        try {
            JsonFormat.parser().ignoringUnknownFields().merge(json, DynamicMessage.newBuilder(descriptor));
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private JsonValue mutated(JsonValue value) {
        if (value instanceof JsonValue.ObjectValue object && !object.members().isEmpty()) {
            Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
            String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
            members.put(name, mutated(Objects.requireNonNull(members.get(name))));
            return new JsonValue.ObjectValue(members);
        }
        if (value instanceof JsonValue.ArrayValue array && !array.elements().isEmpty()) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int at = random.nextInt(elements.size());
            elements.set(at, mutated(elements.get(at)));
            return new JsonValue.ArrayValue(elements);
        }
        return JsonValue.parse(ODD.get(random.nextInt(ODD.size())));
    }

    /** Whether a document is valid, which the binding says as networknt does; what is read is written as it was. */
    private static boolean agree(String name, Emitted emitted, String json) {
        List<com.networknt.schema.Error> errors = emitted.schema()
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        String verdict = "";
        try {
            JsonDocument read = emitted.binding().fromJson(json);
            verdict = read.validate().toString();
            assertThat(emitted.binding().fromJson(read.toJson()))
                    .as("%s, seed %d: %s", name, SEED, json)
                    .isEqualTo(read);
        } catch (MalformedMessageException e) {
            verdict = String.valueOf(e.getMessage());
        }
        boolean isValid = errors.isEmpty() && !json.contains(NO_REFERENCE);
        assertThat(verdict.equals("[]"))
                .as("%s, seed %d: %s: binding: %s; networknt: %s", name, SEED, json, verdict, errors)
                .isEqualTo(isValid);
        return isValid;
    }
}
