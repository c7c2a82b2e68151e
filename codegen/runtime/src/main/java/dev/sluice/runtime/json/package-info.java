/** What bindings made from JSON Schemas link against: JSON values, how types are read and written, and assertions. */
@NullMarked
package dev.sluice.runtime.json;

import org.jspecify.annotations.NullMarked;
