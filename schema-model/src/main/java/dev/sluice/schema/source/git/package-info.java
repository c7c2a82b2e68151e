/**
 * Schemas in git, read by the git command's plumbing without a work tree: nothing is checked out, fetched or written,
 * and nothing that a repository says makes git run another program.
 */
@NullMarked
package dev.sluice.schema.source.git;

import org.jspecify.annotations.NullMarked;
