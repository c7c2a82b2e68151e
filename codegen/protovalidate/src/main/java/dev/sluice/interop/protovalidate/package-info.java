/** Validation of generated bindings by protovalidate's runtime, for messages with constraints that are not compiled. */
@NullMarked
package dev.sluice.interop.protovalidate;

import org.jspecify.annotations.NullMarked;
