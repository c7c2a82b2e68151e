/** Tests of workloads. */
@NullMarked
package dev.sluice.contract.load;

import org.jspecify.annotations.NullMarked;
