/** The protobuf wire format, as far as reading and writing descriptors needs it. */
@NullMarked
package dev.sluice.schema.wire;

import org.jspecify.annotations.NullMarked;
