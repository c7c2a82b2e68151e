package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.OptionsProto;

/** Turns the options that elements were written with into their options messages in wire form. */
public interface OptionInterpreter {

    /** The interpreter of one file; used by one thread at a time. */
    OfFile of(SchemaFile file);

    /**
     * Interprets options in two steps, because how a custom option is encoded depends on features, and features are
     * standard options. What cannot be interpreted is reported and left out. All type references of all files are
     * resolved before the first step.
     */
    interface OfFile {

        /** The standard options of one element. */
        Options standard(Element owner, OptionsProto written);

        /**
         * All options of one element; called when the standard options of all files are known.
         *
         * @param standard what the first step made of the element
         */
        Options custom(Element owner, OptionsProto written, Options standard);
    }

    /** Makes an interpreter for one linking. */
    interface Factory {

        /** @param problems where to report what cannot be interpreted */
        OptionInterpreter create(Symbols symbols, LinkProblems problems);
    }
}
