/** Changes schemas at random, for tests that compare two ways of judging the change. */
@NullMarked
package dev.sluice.compat.mutation;

import org.jspecify.annotations.NullMarked;
