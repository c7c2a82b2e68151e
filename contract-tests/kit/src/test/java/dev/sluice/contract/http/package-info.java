/** The client and the message reader against scripted servers. */
@NullMarked
package dev.sluice.contract.http;

import org.jspecify.annotations.NullMarked;
