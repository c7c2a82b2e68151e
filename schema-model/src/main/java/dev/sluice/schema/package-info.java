/** Reads protobuf schemas: sources in, a linked {@link dev.sluice.schema.model.SchemaSet} or a list of problems out. */
@NullMarked
package dev.sluice.schema;

import org.jspecify.annotations.NullMarked;
