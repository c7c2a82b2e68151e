/** The provider under test: where it listens, and the process that it runs in. */
@NullMarked
package dev.sluice.contract.provider;

import org.jspecify.annotations.NullMarked;
