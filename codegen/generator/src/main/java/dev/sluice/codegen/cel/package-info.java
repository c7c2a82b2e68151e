/** The part of the Common Expression Language that constraints are mostly written in: literals, fields, operators, size, has. */
@NullMarked
package dev.sluice.codegen.cel;

import org.jspecify.annotations.NullMarked;
