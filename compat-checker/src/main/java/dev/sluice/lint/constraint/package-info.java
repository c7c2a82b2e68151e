/**
 * Finds constraints for protovalidate (buf/validate/validate.proto) that cannot be met, contradict each other, do nothing or do
 * not fit what they constrain.
 */
@NullMarked
package dev.sluice.lint.constraint;

import org.jspecify.annotations.NullMarked;
