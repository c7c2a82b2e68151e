/** What a build asks of support for Pact, which it finds on its class path: requests, verdicts, reports. */
@NullMarked
package dev.sluice.contract.pacts;

import org.jspecify.annotations.NullMarked;
