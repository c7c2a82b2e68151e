/**
 * What protoc's descriptor builder refuses beyond parsing and linking: one small check a concern, in one explicit list
 * in {@link dev.sluice.schema.validate.Validator}.
 */
@NullMarked
package dev.sluice.schema.validate;

import org.jspecify.annotations.NullMarked;
