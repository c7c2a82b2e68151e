/** What the source text says beside the linked schema: comments, and where an element stands. */
@NullMarked
package dev.sluice.codegen.source;

import org.jspecify.annotations.NullMarked;
