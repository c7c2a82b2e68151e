package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.util.JsonFormat;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.UnknownMembers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a message is refused with its position and nothing else; protobuf-java gives the verdict. */
class MalformedInputTest {
    private static final int MUTATIONS = 100_000;

    private static Bindings shapes = new Bindings(List.of());

    @BeforeAll
    static void generate() {
        shapes = Bindings.of(Schemas.shapes());
    }

    private static Bound everything() {
        return shapes.message("shapes.v1.Everything");
    }

    private static Message read(byte[] bytes) {
        return everything().binding().parseFrom(bytes);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static DynamicMessage asProtobuf(Message message) {
        try {
            return DynamicMessage.parseFrom(everything().descriptor(), message.toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHundredThousandMutationsHaveTheVerdictOfProtobufJava() {
        int accepted = 0;
        int refused = 0;
        for (int seed = 0; accepted + refused < MUTATIONS; seed++) {
            Bound bound = shapes.messages().get(seed % shapes.messages().size());
            byte[] valid =
                    new RandomMessages(seed, true).next(bound.descriptor()).toByteArray();
            Random random = new Random(seed);
            for (int mutation = 0; mutation < 100 && valid.length > 0; mutation++) {
                byte[] mutated = mutate(valid, random);
                MalformedMessageException refusal = refusal(bound, mutated);
                boolean isOverlong = refusal != null && refusal.reason().equals("varint of more than 10 bytes");
                assertThat(refusal == null)
                        .as("seed %d, mutation %d of %s: %s", seed, mutation, bound, refusal)
                        .isEqualTo(protobufAccepts(bound, mutated) && !isOverlong);
                accepted += refusal == null ? 1 : 0;
                refused += refusal == null ? 0 : 1;
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
        assertThat(refused).isGreaterThan(10_000);
    }

    /** Why a message is refused, or null; protobuf-java sees a varint's eleventh byte or not depending on what follows. */
    private static @Nullable MalformedMessageException refusal(Bound bound, byte[] bytes) {
        try {
            bound.binding().parseFrom(bytes);
            return null;
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            return e;
        }
    }

    private static byte[] mutate(byte[] valid, Random random) {
        byte[] mutated = valid.clone();
        int at = random.nextInt(mutated.length);
        switch (random.nextInt(4)) {
            case 0 -> mutated = Arrays.copyOf(mutated, at);
            case 1 -> mutated[at] = (byte) random.nextInt(256);
            case 2 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
            default -> {
                byte[] shorter = new byte[mutated.length - 1];
                System.arraycopy(mutated, 0, shorter, 0, at);
                System.arraycopy(mutated, at + 1, shorter, at, shorter.length - at);
                mutated = shorter;
            }
        }
        return mutated;
    }

    private static boolean protobufAccepts(Bound bound, byte[] bytes) {
        try {
            DynamicMessage.parseFrom(bound.descriptor(), bytes);
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean accepts(byte[] bytes) {
        try {
            read(bytes);
            return true;
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            return false;
        }
    }

    @Test
    void truncatedInputFailsWithOffsetAndPath() {
        assertThatThrownBy(() -> read(bytes(82, 6, 26, 10, 10)))
                .isInstanceOfSatisfying(MalformedMessageException.class, e -> {
                    assertThat(e.reason()).isEqualTo("truncated message");
                    assertThat(e.path()).isEqualTo("10");
                    assertThat(e.offset()).isEqualTo(5);
                });
    }

    @Test
    void invalidUtf8IsRefusedAtItsOffset() {
        assertThatThrownBy(() -> read(bytes(74, 2, 0xc3, 0x28)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("string is not UTF-8 at byte 2, in 9");
    }

    @Test
    void aReplacementCharacterThatWasSentIsKept() {
        byte[] sent = bytes(74, 3, 0xef, 0xbf, 0xbd);

        assertThat(read(sent).toByteArray()).isEqualTo(sent);
    }

    @Test
    void theLastScalarCountsAndMessagesMerge() {
        DynamicMessage merged = asProtobuf(read(bytes(40, 1, 40, 2, 82, 2, 8, 5, 82, 3, 18, 1, 'x')));

        assertThat(merged.toString().lines().map(String::strip))
                .containsExactly("f_int32: 2", "f_nested {", "id: 5", "name: \"x\"", "}");
    }

    @Test
    void theLastCaseOfAOneofCounts() {
        byte[] twice = DynamicMessage.newBuilder(everything().descriptor())
                .setField(everything().descriptor().findFieldByName("c_string"), "first")
                .build()
                .toByteString()
                .concat(ByteString.copyFrom(bytes(0x90, 5, 7)))
                .toByteArray();

        assertThat(asProtobuf(read(twice)).toString().strip()).isEqualTo("c_int32: 7");
    }

    @Test
    void packedAndExpandedAreBothRead() {
        assertThat(read(bytes(0xea, 2, 2, 1, 2, 0xe8, 2, 3, 0xd2, 3, 1, 4)).toJson())
                .isEqualTo("{\"rInt32\":[1,2,3],\"rExpanded\":[4]}");
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void messagesNestAHundredDeep(int depth, boolean accepted) {
        ByteString nested = ByteString.EMPTY;
        for (int i = 0; i < depth; i++) {
            nested = DynamicMessage.newBuilder(everything().descriptor())
                    .setUnknownFields(UnknownFieldSet.newBuilder()
                            .mergeField(
                                    90,
                                    UnknownFieldSet.Field.newBuilder()
                                            .addLengthDelimited(nested)
                                            .build())
                            .build())
                    .build()
                    .toByteString();
        }
        byte[] bytes = nested.toByteArray();

        assertThat(protobufAccepts(everything(), bytes)).isEqualTo(accepted);
        assertThat(accepts(bytes)).isEqualTo(accepted);
    }

    @Test
    void endlessGroupsAreRefusedWithoutOverflow() {
        byte[] groups = new byte[1_000_000];
        Arrays.fill(groups, (byte) 0xfb);
        for (int i = 1; i < groups.length; i += 2) {
            groups[i] = 0x7f;
        }

        assertThat(accepts(groups)).isFalse();
    }

    @Test
    void unknownFieldsAreKeptByteForByte() {
        byte[] known = bytes(40, 1);
        byte[] unknown = bytes(0xf8, 0x7f, 0x81, 0x80, 0, 0xfa, 0x7f, 1, 9, 0xfb, 0x7f, 8, 1, 0xfc, 0x7f);
        byte[] sent = Arrays.copyOf(known, known.length + unknown.length);
        System.arraycopy(unknown, 0, sent, known.length, unknown.length);

        Message message = read(sent);

        assertThat(message.unknownFields().toByteArray()).isEqualTo(unknown);
        assertThat(message.toByteArray()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}x",
                "{\"fInt32\":1,}",
                "{\"fInt32\":1 \"fBool\":true}",
                "{\"fInt32\":01}",
                "{\"fInt32\":1.5}",
                "{\"fInt32\":2147483648}",
                "{\"fInt32\":1e1000000000}",
                "{\"fInt32\":\"\"}",
                "{\"fInt32\":\" 1\"}",
                "{\"fInt32\":true}",
                "{\"fUint32\":-1}",
                "{\"fUint64\":18446744073709551616}",
                "{\"fDouble\":1e400}",
                "{\"fDouble\":NaN}",
                "{\"fDouble\":\"nan\"}",
                "{\"fFloat\":1e40}",
                "{\"fBool\":\"true\"}",
                "{\"fString\":1}",
                "{\"fString\":\"\\ud800\"}",
                "{\"fString\":\"\\x\"}",
                "{\"fString\":\"\n\"}",
                "{\"fString\":\"",
                "{\"fBytes\":\"*\"}",
                "{\"fColor\":\"BLUE\"}",
                "{\"fColor\":1.5}",
                "{\"rInt32\":1}",
                "{\"rInt32\":[null]}",
                "{\"rInt32\":[1,]}",
                "{\"mInt32\":[]}",
                "{\"mInt32\":{\"x\":1}}",
                "{\"mInt32\":{\"1\":null}}",
                "{\"mInt32\":{\"1\":1,\"1\":2}}",
                "{\"mBool\":{\"yes\":\"\"}}",
                "{\"fInt32\":1,\"f_int32\":1}",
                "{\"fInt32\":null,\"fInt32\":1}",
                "{\"cString\":\"\",\"cInt32\":1}",
                "{\"nope\":1}",
                "{\"fNested\":{\"nope\":1}}",
                "{'fInt32':1}",
                "{fInt32:1}",
                "{\"fInt32\":+1}",
                "{\"fInt32\":.5}",
                "{\"fInt32\":1.}",
                "// no\n{}"
            })
    void jsonThatIsNoMessageIsRefused(String json) {
        assertThatThrownBy(() -> everything().binding().fromJson(json))
                .isInstanceOfSatisfying(MalformedMessageException.class, e -> {
                    assertThat(e.line()).isPositive();
                    assertThat(e.column()).isPositive();
                    assertThat(e.offset()).isBetween(0, json.length());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " { } ",
                "{\"fInt32\":1.0}",
                "{\"fInt32\":\"1e2\"}",
                "{\"fInt32\":-0}",
                "{\"fUint64\":\"18446744073709551615\"}",
                "{\"fInt64\":-9223372036854775808}",
                "{\"f_int32\":5}",
                "{\"fInt32\":null}",
                "{\"rInt32\":null}",
                "{\"fDouble\":\"-Infinity\",\"fFloat\":\"NaN\"}",
                "{\"fDouble\":\"1.5\"}",
                "{\"fBytes\":\"-_-_\"}",
                "{\"fBytes\":\"AQ\"}",
                "{\"fBytes\":\"AQ==\"}",
                "{\"fColor\":2}",
                "{\"fColor\":77}",
                "{\"fString\":\"\\ud83d\\ude00\\u0000\\/\"}",
                "{\"cNested\":{}}",
                "{\"cString\":null,\"cInt32\":1}",
                "{\"mBool\":{\"true\":\"\"}}",
                "{\"mUint64\":{\"18446744073709551615\":\"\"}}",
                "{\"another n\u00e4me\":\"x\"}",
                "{\"renamed\":\"x\"}"
            })
    void jsonReadsAsJsonFormatReadsIt(String json) throws InvalidProtocolBufferException {
        DynamicMessage.Builder expected = DynamicMessage.newBuilder(everything().descriptor());
        JsonFormat.parser().merge(json, expected);

        assertThat(asProtobuf(everything().binding().fromJson(json))).isEqualTo(expected.build());
    }

    @Test
    void aFaultInJsonNamesLineColumnAndField() {
        assertThatThrownBy(
                        () -> everything()
                                .binding()
                                .fromJson(
                                        "{\n  \"selves\": [{}, {\"mInt64\": {\"7\": {\"inner\": {\"values\": [1, true]}}}}]\n}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(
                        "expected a number, found 't' at line 2, column 60, in selves[1].mInt64[\"7\"].inner.values[1]");
    }

    @Test
    void unknownMembersAndEnumNamesCanBeIgnored() {
        String json =
                "{\"nope\":{\"deep\":[1,{\"a\":null}]},\"fColor\":\"BLUE\",\"rColor\":[\"BLUE\",\"COLOR_RED\"],\"fInt32\":1}";

        assertThat(everything().binding().fromJson(json, UnknownMembers.IGNORE).toJson())
                .isEqualTo("{\"fInt32\":1,\"rColor\":[\"COLOR_RED\"]}");
    }

    @Test
    void anIgnoredMemberMayNotBeThereTwice() {
        assertThatThrownBy(() -> everything().binding().fromJson("{\"a\":1,\"a\":2}", UnknownMembers.IGNORE))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("this member is there twice at line 1, column 8, in a");
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void jsonMessagesNestAHundredDeep(int depth, boolean accepted) {
        String json = "{\"self\":".repeat(depth) + "{}" + "}".repeat(depth);

        boolean actual;
        try {
            everything().binding().fromJson(json);
            actual = true;
        } catch (MalformedMessageException e) {
            actual = false;
        }
        assertThat(actual).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nope\":", "{\"nope\":[", "[", "{\"self\":", "{\"selves\":["})
    void deepJsonIsRefusedWithoutOverflow(String part) {
        String json = part.repeat(200_000);

        assertThatThrownBy(() -> everything().binding().fromJson(json, UnknownMembers.IGNORE))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void mutatedJsonIsReadOrRefusedAndNothingElse() {
        int refused = 0;
        for (int seed = 0; seed < 200; seed++) {
            byte[] valid = new RandomMessages(seed, false)
                    .next(everything().descriptor())
                    .toByteArray();
            StringBuilder json = new StringBuilder(read(valid).toJson());
            Random random = new Random(seed);
            for (int mutation = 0; mutation < 10; mutation++) {
                json.setCharAt(
                        random.nextInt(json.length()), "{}[]\",:0e-.\\ntu\u0000\ud800 ".charAt(random.nextInt(18)));
                try {
                    everything().binding().fromJson(json.toString());
                } catch (MalformedMessageException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
    }
}
