/** Chapter 8: after overload, faults, drain and restart. */
@NullMarked
package dev.sluice.contract.tck.rules.recovery;

import org.jspecify.annotations.NullMarked;
