package dev.sluice.schema.model;

import org.jspecify.annotations.Nullable;

/** An RPC of a service. */
public final class Rpc implements Element {
    private final Service service;
    private final int index;
    private final String name;
    private final boolean clientStreaming;
    private final boolean serverStreaming;
    private @Nullable MessageType request;
    private @Nullable MessageType response;
    private Options options = Options.NONE;
    private @Nullable Features features;

    Rpc(Service service, int index, String name, boolean clientStreaming, boolean serverStreaming) {
        this.service = service;
        this.index = index;
        this.name = name;
        this.clientStreaming = clientStreaming;
        this.serverStreaming = serverStreaming;
    }

    void setTypes(MessageType request, MessageType response) {
        this.request = request;
        this.response = response;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    /** The service it belongs to. */
    public Service service() {
        return service;
    }

    /** The request message. */
    public MessageType request() {
        return Linked.reference(request, this);
    }

    /** The response message. */
    public MessageType response() {
        return Linked.reference(response, this);
    }

    /** Whether the client sends a stream. */
    public boolean isClientStreaming() {
        return clientStreaming;
    }

    /** Whether the server sends a stream. */
    public boolean isServerStreaming() {
        return serverStreaming;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fullName() {
        return service.fullName() + "." + name;
    }

    @Override
    public SchemaFile file() {
        return service.file();
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            resolved = service.features().merge(options, FeatureField.METHOD);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return Paths.append(service.path(), 2, index);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
