/** Chapter 11: clients. The kit plays the provider and watches. */
@NullMarked
package dev.sluice.contract.tck.rules.clients;

import org.jspecify.annotations.NullMarked;
