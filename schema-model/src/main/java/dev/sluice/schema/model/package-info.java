/**
 * The linked, immutable view of schemas: every type reference resolved, every option in wire form, features resolved
 * per element. {@link dev.sluice.schema.model.Linker} makes it from unlinked descriptors.
 */
@NullMarked
package dev.sluice.schema.model;

import org.jspecify.annotations.NullMarked;
