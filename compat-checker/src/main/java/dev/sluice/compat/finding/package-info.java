/** What a check finds, where, and the verdict over all of it. */
@NullMarked
package dev.sluice.compat.finding;

import org.jspecify.annotations.NullMarked;
