package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** Extensions are not deleted from their package; they may move between its files. */
final class PackageExtensionDeleted extends OldFileRule {
    PackageExtensionDeleted() {
        super(
                "PACKAGE_EXTENSION_NO_DELETE",
                "Extensions are not deleted from their package.",
                "readers that want it find it among the unknown fields, and source code that uses it does not compile",
                "Mark it deprecated and keep it.",
                Category.PACKAGE);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        check(old.extensions(), news, findings);
        checkNested(old.messages(), news, findings);
    }

    private void checkNested(List<MessageType> olds, NewSchemas news, Findings findings) {
        for (MessageType old : olds) {
            check(old.extensions(), news, findings);
            checkNested(old.messages(), news, findings);
        }
    }

    private void check(List<Field> olds, NewSchemas news, Findings findings) {
        for (Field old : olds) {
            String packageName = old.file().packageName();
            Optional<Field> found = news.extension(old.fullName());
            boolean there =
                    found.isPresent() && found.get().file().packageName().equals(packageName);
            if (!there && news.hasExtensions(packageName)) {
                Optional<SchemaFile> now = news.file(old.file().filePath());
                findings.add(
                        this,
                        now.isEmpty() ? Anchor.gone() : Deletions.survivingParent(old.parent(), now.get()),
                        old,
                        old.fullName(),
                        "",
                        "extension \"" + old.fullName() + "\" was deleted from package \"" + packageName + "\"");
            }
        }
    }
}
