/** An HTTP/1.1 client over plain sockets that sends every request at most once, and the message reader that the sink shares. */
@NullMarked
package dev.sluice.contract.http;

import org.jspecify.annotations.NullMarked;
