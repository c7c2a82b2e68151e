package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;

/** Files keep the options that generated code depends on: one rule an option. */
final class FileOptionChanged extends FileRule {
    private static final String HARM =
            "what is generated from the file has another name or shape, and source code that uses it does not compile";

    private final FileOption option;
    private final String name;

    FileOptionChanged(FileOption option, String name) {
        super(
                "FILE_SAME_" + option.name(),
                "Files keep the option " + name + ".",
                HARM,
                "Keep the option as it was.",
                Category.FILE,
                Category.PACKAGE);
        this.option = option;
        this.name = name;
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        String before = option.value(old);
        String after = option.value(now);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.optionOf(now, option.number()),
                    old,
                    old.filePath(),
                    before + " -> " + after,
                    "option " + name + " changed from \"" + before + "\" to \"" + after + "\"");
        }
    }
}
