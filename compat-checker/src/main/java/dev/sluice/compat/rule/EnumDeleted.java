package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;

/** Enums are not deleted from their file. */
final class EnumDeleted extends Rule {
    EnumDeleted() {
        super("ENUM_NO_DELETE", "Enums are not deleted from their file.", Category.FILE, Category.CSR);
    }

    @Override
    public void file(SchemaFile old, SchemaFile now, Findings findings) {
        check(old.enums(), now, findings);
        checkNested(old.messages(), now, findings);
    }

    private void check(List<EnumType> olds, SchemaFile now, Findings findings) {
        for (EnumType old : olds) {
            NestedNames.report(this, "enum", old, now, findings);
        }
    }

    private void checkNested(List<MessageType> olds, SchemaFile now, Findings findings) {
        for (MessageType old : olds) {
            check(old.enums(), now, findings);
            checkNested(old.messages(), now, findings);
        }
    }
}
