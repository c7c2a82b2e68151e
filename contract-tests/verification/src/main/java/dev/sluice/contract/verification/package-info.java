/**
 * Our own contracts, as a service repo would have them: a consumer that submits work, its Pact file, and the run of Pact
 * file and test kit against the Go and the Rust reference worker.
 */
@NullMarked
package dev.sluice.contract.verification;

import org.jspecify.annotations.NullMarked;
