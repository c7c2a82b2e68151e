/** The parts of the stage by themselves. */
@NullMarked
package dev.sluice.contract.tck.stage;

import org.jspecify.annotations.NullMarked;
