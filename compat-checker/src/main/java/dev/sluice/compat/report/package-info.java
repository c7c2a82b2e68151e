/** Writes verdicts for people and for programs. */
@NullMarked
package dev.sluice.compat.report;

import org.jspecify.annotations.NullMarked;
