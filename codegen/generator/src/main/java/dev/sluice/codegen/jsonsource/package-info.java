/** Generates typed Java from JSON Schemas, for payloads that have no proto. */
@NullMarked
package dev.sluice.codegen.jsonsource;

import org.jspecify.annotations.NullMarked;
