/**
 * A typed, read-only view of encoded messages against their schema. It reads what the linked model carries in wire form,
 * above all custom options.
 */
@NullMarked
package dev.sluice.schema.value;

import org.jspecify.annotations.NullMarked;
