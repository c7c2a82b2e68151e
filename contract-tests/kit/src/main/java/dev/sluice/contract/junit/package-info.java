/** The JUnit 5 face of the kit: one dynamic test for each rule. */
@NullMarked
package dev.sluice.contract.junit;

import org.jspecify.annotations.NullMarked;
