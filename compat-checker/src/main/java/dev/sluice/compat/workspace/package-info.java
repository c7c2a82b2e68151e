/** Reads each module of a tree of schemas as a set of its own, and pairs old modules with new ones. */
@NullMarked
package dev.sluice.compat.workspace;

import org.jspecify.annotations.NullMarked;
