package dev.sluice.codegen;

/** A schema that protobuf-java cannot load, so that there is nothing to compare with. */
final class UnloadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnloadableException(Exception cause) {
        super(cause);
    }
}
