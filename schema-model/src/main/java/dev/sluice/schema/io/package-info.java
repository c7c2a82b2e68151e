/** Files written so that nothing half-written is ever seen. */
@NullMarked
package dev.sluice.schema.io;

import org.jspecify.annotations.NullMarked;
