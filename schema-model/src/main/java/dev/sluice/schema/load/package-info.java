/** Loads FileDescriptorSets, byte by byte, without protobuf-java. */
@NullMarked
package dev.sluice.schema.load;

import org.jspecify.annotations.NullMarked;
