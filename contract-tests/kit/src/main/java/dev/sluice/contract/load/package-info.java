/** Workloads: open-loop load against a provider, faults between the two, and what must hold whatever the load. */
@NullMarked
package dev.sluice.contract.load;

import org.jspecify.annotations.NullMarked;
