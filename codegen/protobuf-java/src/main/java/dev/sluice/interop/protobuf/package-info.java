/** Messages of generated bindings and of protobuf-java, the one made from the other: for a change from there to here, file by file. */
@NullMarked
package dev.sluice.interop.protobuf;

import org.jspecify.annotations.NullMarked;
