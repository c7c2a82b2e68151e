/** Chapter 5: deadlines, cancellation, clients that go away. */
@NullMarked
package dev.sluice.contract.tck.rules.deadlines;

import org.jspecify.annotations.NullMarked;
