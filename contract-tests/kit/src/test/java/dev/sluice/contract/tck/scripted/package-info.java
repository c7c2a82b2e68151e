/** A provider in this process that is correct in chapters 1 and 3, with one switch for each way in which it can be wrong. */
@NullMarked
package dev.sluice.contract.tck.scripted;

import org.jspecify.annotations.NullMarked;
