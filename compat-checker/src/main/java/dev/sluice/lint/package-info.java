/** Checks how schemas are written: {@link dev.sluice.lint.LintCheck} is the way in. */
@NullMarked
package dev.sluice.lint;

import org.jspecify.annotations.NullMarked;
