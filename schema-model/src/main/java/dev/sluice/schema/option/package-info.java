/**
 * Interprets options: from names and values as written to the options messages of descriptor.proto in wire form, as
 * protoc makes them.
 */
@NullMarked
package dev.sluice.schema.option;

import org.jspecify.annotations.NullMarked;
