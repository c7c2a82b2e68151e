package dev.sluice.codegen.jsonsource;

/** What the emitters of one run share. */
record Generation(Views views, Shapes shapes, Names names, Types types, Assertions assertions) {}
