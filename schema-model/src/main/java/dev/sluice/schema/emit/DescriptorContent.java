package dev.sluice.schema.emit;

/**
 * What a descriptor set is to hold.
 *
 * @param sourceInfo whether positions and comments are written
 * @param sourceRetentionOptions whether options with {@code retention = RETENTION_SOURCE} are kept, as protoc does with
 *     {@code --retain_options}
 */
public record DescriptorContent(boolean sourceInfo, boolean sourceRetentionOptions) {}
