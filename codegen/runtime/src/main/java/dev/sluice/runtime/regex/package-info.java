/** Regular expressions in RE2's syntax, matched in time linear in the text. */
@NullMarked
package dev.sluice.runtime.regex;

import org.jspecify.annotations.NullMarked;
