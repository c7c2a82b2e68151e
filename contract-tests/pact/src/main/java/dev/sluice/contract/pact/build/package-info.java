/** What builds verify Pact files with. */
@NullMarked
package dev.sluice.contract.pact.build;

import org.jspecify.annotations.NullMarked;
