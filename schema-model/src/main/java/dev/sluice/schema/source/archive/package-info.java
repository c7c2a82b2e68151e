/**
 * Schemas in a zip, jar or tar archive, which may be anybody's: names that leave the archive are refused, and what it
 * expands to is bounded.
 */
@NullMarked
package dev.sluice.schema.source.archive;

import org.jspecify.annotations.NullMarked;
