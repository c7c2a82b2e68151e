/** The JUnit face, run as a user would and driven by hand. */
@NullMarked
package dev.sluice.contract.junit;

import org.jspecify.annotations.NullMarked;
