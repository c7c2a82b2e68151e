/** Chapter 4: credits. */
@NullMarked
package dev.sluice.contract.tck.rules.leases;

import org.jspecify.annotations.NullMarked;
