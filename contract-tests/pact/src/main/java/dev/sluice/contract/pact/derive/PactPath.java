package dev.sluice.contract.pact.derive;

/**
 * A path of a matching rule.
 *
 * @param text as in a Pact file: {@code $.capacity.level}, {@code $.violations[*].rule}, {@code $.attributes.*}
 */
record PactPath(String text) {
    static final PactPath ROOT = new PactPath("$");

    PactPath member(String name) {
        return new PactPath(
                name.matches("[A-Za-z_][A-Za-z0-9_]*")
                        ? text + "." + name
                        : text + "['" + name.replace("'", "\\'") + "']");
    }

    PactPath elements() {
        return new PactPath(text + "[*]");
    }

    PactPath anyMember() {
        return new PactPath(text + ".*");
    }
}
