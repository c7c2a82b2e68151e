package dev.sluice.conformance;

import com.google.protobuf.conformance.ConformanceRequest;
import com.google.protobuf.conformance.ConformanceResponse;
import com.google.protobuf.conformance.TestCategory;
import com.google.protobuf.conformance.WireFormat;
import com.google.protobuf_test_messages.edition2023.ComplexMessage;
import com.google.protobuf_test_messages.edition2023.TestAllTypesEdition2023;
import com.google.protobuf_test_messages.edition2023.TestMessagesEdition2023Extensions;
import com.google.protobuf_test_messages.proto2.TestAllRequiredTypesProto2;
import com.google.protobuf_test_messages.proto2.TestAllTypesProto2;
import com.google.protobuf_test_messages.proto2.TestLargeOneof;
import com.google.protobuf_test_messages.proto2.TestMessagesProto2Extensions;
import com.google.protobuf_test_messages.proto3.TestAllTypesProto3;
import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.Extension;
import dev.sluice.runtime.JsonOptions;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import dev.sluice.runtime.Types;
import dev.sluice.runtime.UnknownMembers;
import dev.sluice.runtime.wellknown.Any;
import dev.sluice.runtime.wellknown.BoolValue;
import dev.sluice.runtime.wellknown.BytesValue;
import dev.sluice.runtime.wellknown.DoubleValue;
import dev.sluice.runtime.wellknown.Duration;
import dev.sluice.runtime.wellknown.Empty;
import dev.sluice.runtime.wellknown.FieldMask;
import dev.sluice.runtime.wellknown.FloatValue;
import dev.sluice.runtime.wellknown.Int32Value;
import dev.sluice.runtime.wellknown.Int64Value;
import dev.sluice.runtime.wellknown.ListValue;
import dev.sluice.runtime.wellknown.StringValue;
import dev.sluice.runtime.wellknown.Struct;
import dev.sluice.runtime.wellknown.Timestamp;
import dev.sluice.runtime.wellknown.UInt32Value;
import dev.sluice.runtime.wellknown.UInt64Value;
import dev.sluice.runtime.wellknown.Value;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/**
 * The program that protobuf's conformance runner talks to: a request on standard input, its length before it as four bytes,
 * a response on standard output in the same way. Everything it reads and writes goes through generated bindings.
 */
public final class Testee {
    private static final Types TYPES = Types.of(
            List.<MessageType<?>>of(
                    TestAllTypesProto3.TYPE,
                    TestAllTypesProto2.TYPE,
                    TestAllRequiredTypesProto2.TYPE,
                    TestLargeOneof.TYPE,
                    TestAllTypesEdition2023.TYPE,
                    ComplexMessage.TYPE,
                    com.google.protobuf_test_messages.editions.proto3.TestAllTypesProto3.TYPE,
                    com.google.protobuf_test_messages.editions.proto2.TestAllTypesProto2.TYPE,
                    com.google.protobuf_test_messages.editions.proto2.TestAllRequiredTypesProto2.TYPE,
                    com.google.protobuf_test_messages.editions.proto2.TestLargeOneof.TYPE,
                    Any.TYPE,
                    BoolValue.TYPE,
                    BytesValue.TYPE,
                    DoubleValue.TYPE,
                    Duration.TYPE,
                    Empty.TYPE,
                    FieldMask.TYPE,
                    FloatValue.TYPE,
                    Int32Value.TYPE,
                    Int64Value.TYPE,
                    ListValue.TYPE,
                    StringValue.TYPE,
                    Struct.TYPE,
                    Timestamp.TYPE,
                    UInt32Value.TYPE,
                    UInt64Value.TYPE,
                    Value.TYPE),
            List.<Extension<?, ?>>of(
                    TestMessagesProto2Extensions.EXTENSION_INT32,
                    TestMessagesEdition2023Extensions.EXTENSION_INT32,
                    com.google.protobuf_test_messages.editions.proto2.TestMessagesProto2EditionsExtensions
                            .EXTENSION_INT32));

    private Testee() {}

    /** Answers requests until there are no more. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        while (true) {
            byte[] request;
            try {
                request = in.readNBytes(Integer.reverseBytes(in.readInt()));
            } catch (EOFException e) {
                return;
            }
            byte[] response = answer(ConformanceRequest.parseFrom(request)).toByteArray();
            out.writeInt(Integer.reverseBytes(response.length));
            out.write(response);
            out.flush();
        }
    }

    private static ConformanceResponse answer(ConformanceRequest request) {
        ConformanceResponse.Builder response = ConformanceResponse.builder();
        if (request.messageType().equals("conformance.FailureSet")) {
            return response.protobufPayload(Bytes.EMPTY).build();
        }
        MessageType<?> type = TYPES.type(request.messageType());
        if (type == null) {
            return response.skipped("not generated: " + request.messageType()).build();
        }
        Message message;
        try {
            if (request.payload() instanceof ConformanceRequest.PayloadCase.ProtobufPayload wire) {
                message = type.parseFrom(wire.value().toByteArray());
            } else if (request.payload() instanceof ConformanceRequest.PayloadCase.JsonPayload json) {
                UnknownMembers unknown = request.testCategory() == TestCategory.JSON_IGNORE_UNKNOWN_PARSING_TEST
                        ? UnknownMembers.IGNORE
                        : UnknownMembers.REFUSE;
                message = type.fromJson(
                        json.value(), JsonOptions.STANDARD.with(TYPES).with(unknown));
            } else {
                return response.skipped("neither binary nor JSON").build();
            }
        } catch (MalformedMessageException e) {
            return response.parseError(String.valueOf(e.getMessage())).build();
        }
        return write(message, request.requestedOutputFormat(), response).build();
    }

    private static ConformanceResponse.Builder write(
            Message message, WireFormat format, ConformanceResponse.Builder response) {
        return switch (format) {
            case PROTOBUF -> response.protobufPayload(Bytes.copyOf(message.toByteArray()));
            case JSON -> {
                try {
                    yield response.jsonPayload(message.toJson(JsonOptions.STANDARD.with(TYPES)));
                } catch (IllegalStateException e) {
                    yield response.serializeError(String.valueOf(e.getMessage()));
                }
            }
            case UNSPECIFIED, JSPB, TEXT_FORMAT, UNRECOGNIZED -> response.skipped("neither binary nor JSON");
        };
    }
}
