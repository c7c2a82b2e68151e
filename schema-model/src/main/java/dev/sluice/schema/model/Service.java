package dev.sluice.schema.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service. */
public final class Service implements Element {
    private final SchemaFile file;
    private final int index;
    private final String name;
    private final String fullName;
    private List<Rpc> rpcs = List.of();
    private Options options = Options.NONE;
    private @Nullable Features features;

    Service(SchemaFile file, int index, String name, String fullName) {
        this.file = file;
        this.index = index;
        this.name = name;
        this.fullName = fullName;
    }

    void setRpcs(List<Rpc> rpcs) {
        this.rpcs = rpcs;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    /** Its RPCs in order of appearance. */
    public List<Rpc> rpcs() {
        return rpcs;
    }

    /** The RPC with this name, if there is one. */
    public Optional<Rpc> rpc(String name) {
        for (Rpc rpc : rpcs) {
            if (rpc.name().equals(name)) {
                return Optional.of(rpc);
            }
        }
        return Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fullName() {
        return fullName;
    }

    @Override
    public SchemaFile file() {
        return file;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            resolved = file.features().merge(options, FeatureField.SERVICE);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return new int[] {6, index};
    }

    @Override
    public String toString() {
        return fullName;
    }
}
