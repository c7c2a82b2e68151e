/** Providers that keep their contracts, and some that do not. */
@NullMarked
package dev.sluice.contract.pact.verify;

import org.jspecify.annotations.NullMarked;
