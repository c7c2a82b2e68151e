package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** Messages and enums are not deleted from their file. */
final class TypeDeleted extends FileRule {
    private static final String HARM =
            "source code that uses it does not compile, and peers that send it are not understood";
    private static final String ADVICE = "Mark it deprecated and keep it.";

    private final boolean enums;

    private TypeDeleted(String id, String purpose, boolean enums) {
        super(id, purpose, HARM, ADVICE, Category.FILE, Category.CSR);
        this.enums = enums;
    }

    static TypeDeleted message() {
        return new TypeDeleted("MESSAGE_NO_DELETE", "Messages are not deleted from their file.", false);
    }

    static TypeDeleted enumType() {
        return new TypeDeleted("ENUM_NO_DELETE", "Enums are not deleted from their file.", true);
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        check(old.messages(), old.enums(), now, findings);
    }

    private void check(List<MessageType> messages, List<EnumType> enumTypes, SchemaFile now, Findings findings) {
        if (enums) {
            for (EnumType old : enumTypes) {
                check(old, now.set().enumType(Deletions.nameIn(now, old)), now, findings);
            }
        }
        for (MessageType old : messages) {
            if (!enums) {
                check(old, now.set().message(Deletions.nameIn(now, old)), now, findings);
            }
            check(old.messages(), old.enums(), now, findings);
        }
    }

    private void check(NamedType old, Optional<? extends NamedType> found, SchemaFile now, Findings findings) {
        if (found.isEmpty() || found.get().file() != now) {
            findings.add(
                    this,
                    Deletions.survivingParent(old.parent(), now),
                    old,
                    old.fullName(),
                    "",
                    (enums ? "enum \"" : "message \"") + old.fullName() + "\" was deleted from the file");
        }
    }
}
