/** Chapter 9: metrics and traces. */
@NullMarked
package dev.sluice.contract.tck.rules.accounts;

import org.jspecify.annotations.NullMarked;
