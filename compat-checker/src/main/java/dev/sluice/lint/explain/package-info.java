/** What there is to know about lint rules, as text for a terminal and as pages. */
@NullMarked
package dev.sluice.lint.explain;

import org.jspecify.annotations.NullMarked;
