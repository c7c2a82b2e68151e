package dev.sluice.codegen.java;

/** What the emitters of one run share. */
record Generation(TypeNames names, Javadocs javadocs, RuleEmitter rules) {}
