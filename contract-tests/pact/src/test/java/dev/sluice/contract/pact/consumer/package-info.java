/** Contracts as consumers write them. */
@NullMarked
package dev.sluice.contract.pact.consumer;

import org.jspecify.annotations.NullMarked;
