package dev.sluice.interop.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.WireLimits;
import dev.sluice.runtime.wellknown.StringValue;
import dev.sluice.runtime.wellknown.Struct;
import dev.sluice.runtime.wellknown.Value;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class MessageMarshallerTest {
    private static final StringValue MESSAGE =
            StringValue.builder().value("four").build();
    private static final MessageMarshaller<StringValue> MARSHALLER = MessageMarshaller.of(StringValue.TYPE);

    @Test
    void aMessageStaysTheSameObjectWithinAProcess() {
        assertThat(MARSHALLER.parse(MARSHALLER.stream(MESSAGE))).isSameAs(MESSAGE);
    }

    @Test
    void aMessageOfAnotherTypeOrPartlyReadIsReadFromItsBytes() throws IOException {
        MessageMarshaller<dev.sluice.runtime.wellknown.BytesValue> bytes =
                MessageMarshaller.of(dev.sluice.runtime.wellknown.BytesValue.TYPE);
        assertThat(bytes.parse(MARSHALLER.stream(MESSAGE)).value().toUtf8()).isEqualTo("four");
        InputStream partly = MARSHALLER.stream(MESSAGE);
        assertThat(partly.readNBytes(6)).hasSize(6);
        assertThat(MARSHALLER.parse(partly)).isEqualTo(StringValue.defaultInstance());
    }

    @Test
    void theStreamKnowsItsLengthAndCanBeDrained() throws IOException {
        InputStream stream = MARSHALLER.stream(MESSAGE);
        assertThat(stream).isInstanceOf(KnownLength.class);
        assertThat(stream.available()).isEqualTo(6);
        assertThat(stream.read()).isEqualTo(10);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(((Drainable) stream).drainTo(out)).isEqualTo(5);
        assertThat(out.toByteArray()).isEqualTo(new byte[] {4, 'f', 'o', 'u', 'r'});
        assertThat(stream.available()).isZero();
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[3], 0, 3)).isEqualTo(-1);
        assertThat(stream.read(new byte[0], 0, 0)).isZero();
    }

    @Test
    void theMessageIsReadFromAnyStream() {
        byte[] bytes = MESSAGE.toByteArray();
        assertThat(MARSHALLER.parse(new ByteArrayInputStream(bytes))).isEqualTo(MESSAGE);
        assertThat(MARSHALLER.parse(new OfKnownLength(bytes, bytes.length))).isEqualTo(MESSAGE);
        assertThat(MARSHALLER.parse(new OfKnownLength(new byte[0], 0))).isEqualTo(StringValue.defaultInstance());
    }

    @Test
    void aLimitOfSizeIsKept() {
        byte[] bytes = MESSAGE.toByteArray();
        MessageMarshaller<StringValue> enough = MessageMarshaller.of(StringValue.TYPE, new WireLimits(6, 10));
        assertThat(enough.parse(new ByteArrayInputStream(bytes))).isEqualTo(MESSAGE);
        assertThat(enough.parse(new OfKnownLength(bytes, 6))).isEqualTo(MESSAGE);
        MessageMarshaller<StringValue> less = MessageMarshaller.of(StringValue.TYPE, new WireLimits(5, 10));
        for (InputStream stream : new InputStream[] {new ByteArrayInputStream(bytes), new OfKnownLength(bytes, 6)}) {
            refused(less, stream, Status.Code.RESOURCE_EXHAUSTED, "a google.protobuf.StringValue of more than 5 bytes");
        }
    }

    @Test
    void aLimitOfDepthIsKept() {
        Value deep = Value.builder()
                .structValue(Struct.builder()
                        .putFields("f", Value.builder().boolValue(true).build())
                        .build())
                .build();
        refused(
                MessageMarshaller.of(Value.TYPE, new WireLimits(1000, 1)),
                new ByteArrayInputStream(deep.toByteArray()),
                Status.Code.INTERNAL,
                "not a google.protobuf.Value: messages nest more than 1 deep at byte 3, in 5.1");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        refused(
                MARSHALLER,
                new ByteArrayInputStream(new byte[] {10, 5, 'x'}),
                Status.Code.INTERNAL,
                "not a google.protobuf.StringValue: truncated message at byte 3, in 1");
        refused(
                MARSHALLER,
                new OfKnownLength(MESSAGE.toByteArray(), 7),
                Status.Code.INTERNAL,
                "a google.protobuf.StringValue cannot be read: not the 7 bytes that the stream said it has");
        refused(
                MARSHALLER,
                new OfKnownLength(MESSAGE.toByteArray(), 2),
                Status.Code.INTERNAL,
                "a google.protobuf.StringValue cannot be read: not the 2 bytes that the stream said it has");
    }

    private static void refused(
            MessageMarshaller<?> marshaller, InputStream stream, Status.Code code, String description) {
        assertThatThrownBy(() -> marshaller.parse(stream))
                .isInstanceOfSatisfying(StatusRuntimeException.class, refusal -> {
                    assertThat(refusal.getStatus().getCode()).isEqualTo(code);
                    assertThat(refusal.getStatus().getDescription()).isEqualTo(description);
                });
    }

    /** A stream that says it has so many bytes. */
    private static final class OfKnownLength extends ByteArrayInputStream implements KnownLength {
        private final int length;

        OfKnownLength(byte[] bytes, int length) {
            super(bytes);
            this.length = length;
        }

        @Override
        public synchronized int available() {
            return length;
        }
    }
}
