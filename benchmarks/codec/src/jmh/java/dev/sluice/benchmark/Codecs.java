package dev.sluice.benchmark;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.util.JsonFormat;
import protobuf.pubsub.v1.PubsubMessage;
import protobuf.pubsub.v1.PullResponse;
import protobuf.pubsub.v1.ReceivedMessage;

/** Every codec by name, and the samples they all read. */
final class Codecs {
    private Codecs() {}

    static Codec of(String message, String peer) {
        return switch (peer + " " + message) {
            case "sluice WorkItem" -> new SluiceCodecs.WorkItems();
            case "sluice Capacity" -> new SluiceCodecs.Capacities();
            case "sluice PullResponse" -> new SluiceCodecs.Any<>(sluice.pubsub.v1.PullResponse.TYPE);
            case "sluice FileDescriptor" -> new SluiceCodecs.Any<>(dev.sluice.protobuf.FileDescriptorProto.TYPE);
            case "protobuf WorkItem" -> new ProtobufCodecs.WorkItems();
            case "protobuf Capacity" -> new ProtobufCodecs.Capacities();
            case "protobuf PullResponse" -> new ProtobufCodecs.Any(PullResponse.getDefaultInstance());
            case "protobuf FileDescriptor" -> new ProtobufCodecs.Any(FileDescriptorProto.getDefaultInstance());
            case "wire WorkItem" -> new WireCodecs.WorkItems();
            case "wire Capacity" -> new WireCodecs.Capacities();
            case "wire PullResponse" ->
                new WireCodecs.Any<>(wire.pubsub.v1.PullResponse.ADAPTER, wire.pubsub.v1.PullResponse.class);
            case "quickbuf WorkItem" -> new QuickbufCodecs.WorkItems();
            case "quickbuf Capacity" -> new QuickbufCodecs.Capacities();
            case "quickbuf PullResponse" ->
                new QuickbufCodecs.Any<>(quickbuf.pubsub.v1.PullResponse.getFactory());
            case "limit WorkItem" -> new LimitWorkItem.Codecs();
            case "limit Capacity" -> new LimitCapacity.Codecs();
            default -> throw new IllegalArgumentException(peer + " does not do " + message);
        };
    }

    static byte[] sample(String message) throws Exception {
        return switch (message) {
            case "WorkItem", "Capacity" -> of(message, "protobuf").buildAndEncode();
            case "PullResponse" -> pullResponse().toByteArray();
            case "FileDescriptor" ->
                com.google.protobuf.DescriptorProtos.getDescriptor().toProto().toByteArray();
            default -> throw new IllegalArgumentException(message);
        };
    }

    static String sampleJson(String message) throws Exception {
        com.google.protobuf.Message sample =
                (com.google.protobuf.Message) of(message, "protobuf").decode(sample(message));
        return JsonFormat.printer().omittingInsignificantWhitespace().print(sample);
    }

    /** Ten messages as a subscriber pulls them. */
    private static PullResponse pullResponse() {
        PullResponse.Builder response = PullResponse.newBuilder();
        for (int i = 0; i < 10; i++) {
            response.addReceivedMessages(ReceivedMessage.newBuilder()
                    .setAckId("projects/p/subscriptions/s:" + "0123456789abcdef".repeat(8) + i)
                    .setDeliveryAttempt(i)
                    .setMessage(PubsubMessage.newBuilder()
                            .setData(ByteString.copyFrom(Sample.INLINE))
                            .putAllAttributes(Sample.ATTRIBUTES)
                            .setMessageId("1234567890" + i)
                            .setOrderingKey("customer-" + i)
                            .setPublishTime(com.google.protobuf.Timestamp.newBuilder()
                                    .setSeconds(Sample.SECONDS + i)
                                    .setNanos(i * 1_000_000))));
        }
        return response.build();
    }
}
