package dev.sluice.lint.rule;

/**
 * What a module has agreed on where rules leave a choice.
 *
 * @param zeroValueSuffix how the names of enum values with the number 0 end
 * @param serviceSuffix how the names of services end
 * @param sameRequestResponse whether an RPC may have one type for request and response
 * @param emptyRequests whether requests may be google.protobuf.Empty
 * @param emptyResponses whether responses may be google.protobuf.Empty
 */
public record Conventions(
        String zeroValueSuffix,
        String serviceSuffix,
        boolean sameRequestResponse,
        boolean emptyRequests,
        boolean emptyResponses) {

    /** Those of Buf. */
    public static final Conventions DEFAULT = new Conventions("_UNSPECIFIED", "Service", false, false, false);
}
