/** Pact files: read, refused with a position where they cannot be meant. */
@NullMarked
package dev.sluice.contract.pact.file;

import org.jspecify.annotations.NullMarked;
