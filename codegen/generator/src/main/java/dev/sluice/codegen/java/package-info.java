/** Turns messages and enums into Java types: names are resolved for the whole set first, then one emitter per shape writes. */
@NullMarked
package dev.sluice.codegen.java;

import org.jspecify.annotations.NullMarked;
