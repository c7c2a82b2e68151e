package dev.sluice.compat.rule;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;

/** Messages are not deleted from their file. */
final class MessageDeleted extends Rule {
    MessageDeleted() {
        super("MESSAGE_NO_DELETE", "Messages are not deleted from their file.", Category.FILE, Category.CSR);
    }

    @Override
    public void file(SchemaFile old, SchemaFile now, Findings findings) {
        check(old.messages(), now, findings);
    }

    private void check(List<MessageType> olds, SchemaFile now, Findings findings) {
        for (MessageType old : olds) {
            NestedNames.report(this, "message", old, now, findings);
            check(old.messages(), now, findings);
        }
    }
}
