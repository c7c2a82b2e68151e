/**
 * The rules about how schemas are written, one small class each. A rule sees one element, one import or all files of a
 * module and says what is wrong; it does not walk. {@link dev.sluice.lint.rule.LintCatalogue} lists them all.
 */
@NullMarked
package dev.sluice.lint.rule;

import org.jspecify.annotations.NullMarked;
