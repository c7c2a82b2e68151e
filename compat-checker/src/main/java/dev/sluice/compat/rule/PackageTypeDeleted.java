package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** Messages and enums are not deleted from their package; they may move between its files. */
final class PackageTypeDeleted extends OldFileRule {
    private static final String HARM =
            "source code that uses it does not compile, and peers that send it are not understood";
    private static final String ADVICE = "Mark it deprecated and keep it.";

    private final boolean enums;

    private PackageTypeDeleted(String id, String purpose, boolean enums) {
        super(id, purpose, HARM, ADVICE, Category.PACKAGE);
        this.enums = enums;
    }

    static PackageTypeDeleted message() {
        return new PackageTypeDeleted(
                "PACKAGE_MESSAGE_NO_DELETE", "Messages are not deleted from their package.", false);
    }

    static PackageTypeDeleted enumType() {
        return new PackageTypeDeleted("PACKAGE_ENUM_NO_DELETE", "Enums are not deleted from their package.", true);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        check(old.messages(), old.enums(), news, findings);
    }

    private void check(List<MessageType> messages, List<EnumType> enumTypes, NewSchemas news, Findings findings) {
        if (enums) {
            for (EnumType old : enumTypes) {
                check(old, news.enumType(old.fullName()), news, findings);
            }
        }
        for (MessageType old : messages) {
            if (!enums) {
                check(old, news.message(old.fullName()), news, findings);
            }
            check(old.messages(), old.enums(), news, findings);
        }
    }

    private void check(NamedType old, Optional<? extends NamedType> found, NewSchemas news, Findings findings) {
        String packageName = old.file().packageName();
        boolean there = found.isPresent() && found.get().file().packageName().equals(packageName);
        if (!there && news.hasTypesLike(old)) {
            findings.add(
                    this,
                    place(old, news),
                    old,
                    old.fullName(),
                    "",
                    (enums ? "enum \"" : "message \"") + old.fullName() + "\" was deleted from package \"" + packageName
                            + "\"");
        }
    }

    private Anchor place(NamedType old, NewSchemas news) {
        Optional<SchemaFile> now = news.file(old.file().filePath());
        if (now.isEmpty()) {
            return Anchor.gone();
        }
        return enums ? Deletions.survivingParent(old.parent(), now.get()) : survivingInPackage(old, news, now.get());
    }

    /** The nearest message around an old one that is still in the package, whatever the file. */
    private static Anchor survivingInPackage(NamedType old, NewSchemas news, SchemaFile now) {
        for (Optional<MessageType> outer = old.parent();
                outer.isPresent();
                outer = outer.get().parent()) {
            Optional<MessageType> surviving = news.message(outer.get().fullName());
            if (surviving.isPresent()
                    && surviving.get().file().packageName().equals(old.file().packageName())) {
                return Anchor.of(surviving.get());
            }
        }
        return Anchor.startOf(now);
    }
}
