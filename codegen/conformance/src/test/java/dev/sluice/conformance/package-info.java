/** Runs protobuf's conformance suite against a program made of generated bindings. */
@NullMarked
package dev.sluice.conformance;

import org.jspecify.annotations.NullMarked;
