package dev.sluice.codegen.java;

/** Takes constraints that no Java is generated for. */
interface Uncompiled {

    /** One constraint, and why, to follow "because". */
    void add(String rule, String reason);
}
