/**
 * Small schemas, each with what a reader is to say of it. They are kept as text beside the tests: what stands there as
 * expected is also what protoc does, which {@link dev.sluice.schema.oracle} checks.
 */
@NullMarked
package dev.sluice.schema.probe;

import org.jspecify.annotations.NullMarked;
