package dev.sluice.lint.rule;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.LocationIndex;
import dev.sluice.schema.model.SchemaFile;

/** Every file says in which syntax it is written. Descriptor sets without positions do not tell, and pass. */
final class SyntaxMissing extends ElementRule<SchemaFile> {
    private static final int[] SYNTAX = {12};

    SyntaxMissing() {
        super(
                SchemaFile.class,
                "SYNTAX_SPECIFIED",
                "Files say in which syntax or edition they are written.",
                "it counts as proto2, whatever its author meant",
                "Write syntax = \"proto3\", or the edition that is meant, into the first line.",
                LintCategory.BASIC);
    }

    @Override
    void check(SchemaFile file, Inspection inspection) {
        if (file.edition() != Edition.PROTO2) {
            return;
        }
        LocationIndex locations = inspection.locations(file);
        if (!locations.isEmpty() && locations.find(SYNTAX).isEmpty()) {
            inspection.add(this, Spot.startOf(file), "the file has no syntax");
        }
    }
}
