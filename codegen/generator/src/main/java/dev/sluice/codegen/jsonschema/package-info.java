/** Makes JSON Schemas (2020-12) of the canonical JSON form of messages, with the constraints that can be said in them. */
@NullMarked
package dev.sluice.codegen.jsonschema;

import org.jspecify.annotations.NullMarked;
