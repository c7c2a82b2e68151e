package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A linked schema file. */
public final class SchemaFile implements Element {
    private static final int[] NO_PATH = {};

    private final String path;
    private final @Nullable String packageName;
    private final Edition edition;
    private final boolean requested;
    private final SourceInfoOfFile sourceInfo;
    private List<Import> imports = List.of();
    private List<MessageType> messages = List.of();
    private List<EnumType> enums = List.of();
    private List<Service> services = List.of();
    private List<Field> extensions = List.of();
    private Options options = Options.NONE;
    private @Nullable Features features;
    private @Nullable SchemaSet set;

    SchemaFile(
            String path,
            @Nullable String packageName,
            Edition edition,
            boolean requested,
            SourceInfoOfFile sourceInfo) {
        this.path = path;
        this.packageName = packageName;
        this.edition = edition;
        this.requested = requested;
        this.sourceInfo = sourceInfo;
    }

    void setContents(List<MessageType> messages, List<EnumType> enums, List<Service> services, List<Field> extensions) {
        this.messages = messages;
        this.enums = enums;
        this.services = services;
        this.extensions = extensions;
    }

    void setImports(List<Import> imports) {
        this.imports = imports;
    }

    void setSet(SchemaSet set) {
        this.set = set;
    }

    /** The set the file belongs to. */
    public SchemaSet set() {
        return Linked.reference(set, this);
    }

    void setOptions(Options options) {
        this.options = options;
    }

    /** The path relative to the file's root, with {@code /} between folders. */
    public String filePath() {
        return path;
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public String fullName() {
        return path;
    }

    @Override
    public SchemaFile file() {
        return this;
    }

    /** The package, or the empty string where the file declares none. */
    public String packageName() {
        return packageName == null ? "" : packageName;
    }

    /** Whether the file has a package statement. */
    public boolean hasPackage() {
        return packageName != null;
    }

    /** The edition, or proto2 or proto3. */
    public Edition edition() {
        return edition;
    }

    /** Whether the file belongs to the source that was asked for, rather than being there only because it is imported. */
    public boolean isRequested() {
        return requested;
    }

    /** All imports in order of appearance, option imports last. */
    public List<Import> imports() {
        return imports;
    }

    /** Top-level messages in order of appearance. */
    public List<MessageType> messages() {
        return messages;
    }

    /** Top-level enums in order of appearance. */
    public List<EnumType> enums() {
        return enums;
    }

    /** Services in order of appearance. */
    public List<Service> services() {
        return services;
    }

    /** Top-level extensions in order of appearance. */
    public List<Field> extensions() {
        return extensions;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            resolved = Features.defaultsOf(edition).merge(options, FeatureField.FILE);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return NO_PATH;
    }

    /**
     * Positions and comments of this file, with options at their interpreted paths; empty where the source has none.
     * Worked out anew at each call: keep what you need.
     */
    public Optional<SourceInfo> sourceInfo() {
        return sourceInfo(SourceInfoForm.PROTOC);
    }

    /**
     * Positions and comments of this file, counted in some way; a file of a descriptor set has those that are in there.
     *
     * @see #sourceInfo()
     */
    public Optional<SourceInfo> sourceInfo(SourceInfoForm form) {
        return sourceInfo.linked(form);
    }

    /**
     * Positions as {@link #sourceInfo(SourceInfoForm)} gives them, except that options not interpreted by a parser stand
     * where descriptor.proto has such: at field 999 of the options message. Takes less time.
     */
    public Optional<SourceInfo> writtenSourceInfo(SourceInfoForm form) {
        return sourceInfo.written(form);
    }

    @Override
    public String toString() {
        return path;
    }
}
