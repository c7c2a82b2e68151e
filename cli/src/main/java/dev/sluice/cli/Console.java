package dev.sluice.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err problems and progress
 * @param colour whether results may carry colours: standard output is a terminal and NO_COLOR is not set
 */
record Console(PrintStream out, PrintStream err, boolean colour) {}
