package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.OptionsProto;

/** Turns the options an element was written with into its options message in wire form. */
public interface OptionInterpreter {

    /**
     * Interprets the options of one element. What cannot be interpreted is reported and left out.
     *
     * @param owner the element; all type references of all files are resolved when this is called
     */
    Options interpret(Element owner, OptionsProto written);

    /** Makes an interpreter for one linking. */
    interface Factory {

        /** @param problems where to report what cannot be interpreted */
        OptionInterpreter create(Symbols symbols, LinkProblems problems);
    }
}
