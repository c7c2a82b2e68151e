/** The broker's HAL resources, scripted. */
@NullMarked
package dev.sluice.contract.pact.broker;

import org.jspecify.annotations.NullMarked;
