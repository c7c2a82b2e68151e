/** Providers that never get ready, crash, flood their output or ignore signals. */
@NullMarked
package dev.sluice.contract.provider;

import org.jspecify.annotations.NullMarked;
