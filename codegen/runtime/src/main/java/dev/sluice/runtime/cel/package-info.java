/** The functions of the Common Expression Language that Java has no operator for, as generated constraints call them. */
@NullMarked
package dev.sluice.runtime.cel;

import org.jspecify.annotations.NullMarked;
