package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds types in a file by their name without the package, and the nearest enclosing message that is still there. */
final class NestedNames {
    private NestedNames() {}

    /** Reports a type that the new file does not have. */
    static void report(Rule rule, String kind, NamedType old, SchemaFile now, Findings findings) {
        MessageType parent = old.parent().isPresent() ? findMessage(old.parent().get(), now) : null;
        if (isThere(old, parent, now)) {
            return;
        }
        MessageType surviving = parent;
        Optional<MessageType> outer = old.parent();
        while (surviving == null && outer.isPresent()) {
            surviving = findMessage(outer.get(), now);
            outer = outer.get().parent();
        }
        findings.add(
                rule,
                surviving == null ? Anchor.startOf(now) : Anchor.of(surviving),
                old,
                old.fullName(),
                "",
                kind + " \"" + old.fullName()
                        + "\" was deleted from the file; source code that uses it does not compile, and peers that send"
                        + " it are not understood. Mark it deprecated and keep it.");
    }

    private static boolean isThere(NamedType old, @Nullable MessageType parent, SchemaFile now) {
        if (old.parent().isPresent() && parent == null) {
            return false;
        }
        if (old instanceof EnumType) {
            List<EnumType> siblings = parent == null ? now.enums() : parent.enums();
            for (EnumType sibling : siblings) {
                if (sibling.name().equals(old.name())) {
                    return true;
                }
            }
            return false;
        }
        return named(parent == null ? now.messages() : parent.messages(), old.name()) != null;
    }

    private static @Nullable MessageType findMessage(MessageType old, SchemaFile now) {
        if (old.parent().isEmpty()) {
            return named(now.messages(), old.name());
        }
        MessageType parent = findMessage(old.parent().get(), now);
        return parent == null ? null : named(parent.messages(), old.name());
    }

    private static @Nullable MessageType named(List<MessageType> messages, String name) {
        for (MessageType message : messages) {
            if (message.name().equals(name)) {
                return message;
            }
        }
        return null;
    }
}
