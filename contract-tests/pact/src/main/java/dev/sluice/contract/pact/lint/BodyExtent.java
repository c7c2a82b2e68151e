package dev.sluice.contract.pact.lint;

/** How much of its message a body says, and so what can be demanded of it. */
enum BodyExtent {
    /** All of it: every constraint holds. */
    WHOLE,
    /** The part that a consumer reads: constraints hold of what is there. */
    PART,
    /** It is to be refused: constraints may be broken, on purpose. */
    SHAPE
}
