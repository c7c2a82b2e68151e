/**
 * What generated bindings link against: the protobuf wire format, the proto3 JSON mapping, unknown fields and violations.
 * It depends on nothing but the JDK and generates nothing at run time.
 */
@NullMarked
package dev.sluice.runtime;

import org.jspecify.annotations.NullMarked;
