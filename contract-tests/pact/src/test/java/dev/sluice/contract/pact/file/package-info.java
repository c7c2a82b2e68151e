/** What is a Pact file, and what is refused. */
@NullMarked
package dev.sluice.contract.pact.file;

import org.jspecify.annotations.NullMarked;
