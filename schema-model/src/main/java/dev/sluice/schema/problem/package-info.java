/** Problems of schema text, collected with their positions and worded for a person. */
@NullMarked
package dev.sluice.schema.problem;

import org.jspecify.annotations.NullMarked;
