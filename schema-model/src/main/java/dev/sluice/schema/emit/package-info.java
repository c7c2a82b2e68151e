/** Writes linked schemas as FileDescriptorSets. */
@NullMarked
package dev.sluice.schema.emit;

import org.jspecify.annotations.NullMarked;
