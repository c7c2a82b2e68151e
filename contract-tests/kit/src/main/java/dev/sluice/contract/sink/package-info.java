/** The server that work items call downstream: it withholds replies and records what a provider executed. */
@NullMarked
package dev.sluice.contract.sink;

import org.jspecify.annotations.NullMarked;
