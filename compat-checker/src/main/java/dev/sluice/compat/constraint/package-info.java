/** Compares the constraints that protovalidate checks (buf/validate/validate.proto): which values does the new set refuse? */
@NullMarked
package dev.sluice.compat.constraint;

import org.jspecify.annotations.NullMarked;
