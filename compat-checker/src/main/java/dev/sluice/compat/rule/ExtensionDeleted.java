package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** Extensions are not deleted from their file. */
final class ExtensionDeleted extends FileRule {
    ExtensionDeleted() {
        super(
                "EXTENSION_NO_DELETE",
                "Extensions are not deleted from their file.",
                "readers that want it find it among the unknown fields, and source code that uses it does not compile",
                "Mark it deprecated and keep it.",
                Category.FILE);
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        check(old.extensions(), now, findings);
        checkNested(old.messages(), now, findings);
    }

    private void checkNested(List<MessageType> olds, SchemaFile now, Findings findings) {
        for (MessageType old : olds) {
            check(old.extensions(), now, findings);
            checkNested(old.messages(), now, findings);
        }
    }

    private void check(List<Field> olds, SchemaFile now, Findings findings) {
        for (Field old : olds) {
            Optional<Field> found = now.set().extension(Deletions.nameIn(now, old));
            if (found.isEmpty() || found.get().file() != now) {
                findings.add(
                        this,
                        Deletions.survivingParent(old.parent(), now),
                        old,
                        old.fullName(),
                        "",
                        "extension \"" + old.fullName() + "\" was deleted from the file");
            }
        }
    }
}
