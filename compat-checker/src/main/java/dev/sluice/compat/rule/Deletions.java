package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.Optional;

/** Finds what a file no longer has, and the nearest enclosing message that is still there. */
final class Deletions {
    private Deletions() {}

    /** The full name that an old element has in a file whose package may be another. */
    static String nameIn(SchemaFile now, Element old) {
        String before = old.file().packageName();
        String after = now.packageName();
        if (before.equals(after)) {
            return old.fullName();
        }
        String nested = nestedName(old);
        return after.isEmpty() ? nested : after + "." + nested;
    }

    /** The name without the package. */
    static String nestedName(Element old) {
        String packageName = old.file().packageName();
        return packageName.isEmpty() ? old.fullName() : old.fullName().substring(packageName.length() + 1);
    }

    /** The nearest message around an old element that this file still has, else the start of the file. */
    static Anchor survivingParent(Optional<MessageType> parent, SchemaFile now) {
        for (Optional<MessageType> outer = parent;
                outer.isPresent();
                outer = outer.get().parent()) {
            Optional<MessageType> surviving = now.set().message(nameIn(now, outer.get()));
            if (surviving.isPresent() && surviving.get().file() == now) {
                return Anchor.of(surviving.get());
            }
        }
        return Anchor.startOf(now);
    }
}
