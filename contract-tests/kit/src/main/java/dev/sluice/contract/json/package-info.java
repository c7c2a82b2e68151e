/** A small strict JSON reader and writer (RFC 8259): the kit judges bodies, so it forgives nothing. */
@NullMarked
package dev.sluice.contract.json;

import org.jspecify.annotations.NullMarked;
