/** Clients under test: how they are started and what they say. */
@NullMarked
package dev.sluice.contract.client;

import org.jspecify.annotations.NullMarked;
