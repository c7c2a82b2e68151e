package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the parser made of one file.
 *
 * @param proto the file's descriptor; where the source has problems, what could be read of it
 * @param sourceInfo positions and comments, or null where they were not asked for; options in it are at their
 *     uninterpreted paths (field 999)
 */
public record ParsedFile(FileProto proto, @Nullable SourceInfo sourceInfo) {}
