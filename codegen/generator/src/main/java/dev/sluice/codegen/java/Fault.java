package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;

/**
 * One constraint, compiled.
 *
 * @param rule protovalidate's rule id
 * @param message what is wrong, for a person
 * @param condition a Java condition that is true where the constraint is broken
 */
record Fault(String rule, String message, CodeBlock condition) {}
