/** Work over many files on several threads. */
@NullMarked
package dev.sluice.schema.concurrent;

import org.jspecify.annotations.NullMarked;
