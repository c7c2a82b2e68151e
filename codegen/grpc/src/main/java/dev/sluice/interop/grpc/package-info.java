/** Generated bindings as grpc-java wants them: methods made from the generated descriptions of services, and a marshaller. */
@NullMarked
package dev.sluice.interop.grpc;

import org.jspecify.annotations.NullMarked;
