package dev.sluice.schema.load;

/** Well-formed wire data that is no descriptor. */
final class MalformedDescriptorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedDescriptorException(String message) {
        super(message, null, false, false);
    }
}
