/** The two sides of a check as users name them: folders, revisions in git, archives, descriptor sets, released artifacts. */
@NullMarked
package dev.sluice.compat.input;

import org.jspecify.annotations.NullMarked;
