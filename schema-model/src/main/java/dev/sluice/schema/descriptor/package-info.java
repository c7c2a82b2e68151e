/**
 * Unlinked descriptors: plain records that mirror descriptor.proto, as the parser and the descriptor set loader write
 * them. Names in them are as written; {@link dev.sluice.schema.model} holds the linked view.
 */
@NullMarked
package dev.sluice.schema.descriptor;

import org.jspecify.annotations.NullMarked;
