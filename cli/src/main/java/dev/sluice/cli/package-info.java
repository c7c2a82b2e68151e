/** The {@code sluice} command: arguments in, a call of the engines, an exit status out. */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
