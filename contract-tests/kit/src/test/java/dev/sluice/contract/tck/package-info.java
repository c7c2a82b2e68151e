/** The kit judged by providers that are right, and by providers that are each wrong in one way. */
@NullMarked
package dev.sluice.contract.tck;

import org.jspecify.annotations.NullMarked;
