/**
 * The rules, one small class each. A rule sees one pair of old and new and says what is broken; it neither walks nor
 * pairs. {@link dev.sluice.compat.rule.Catalogue} lists them all.
 */
@NullMarked
package dev.sluice.compat.rule;

import org.jspecify.annotations.NullMarked;
