/** What users can read about a rule: whom a change breaks, an example, what to do instead. */
@NullMarked
package dev.sluice.compat.explain;

import org.jspecify.annotations.NullMarked;
