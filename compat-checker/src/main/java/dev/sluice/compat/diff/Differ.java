package dev.sluice.compat.diff;

import dev.sluice.compat.rule.Findings;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pairs two sets and shows every pair to the rules: files by path, messages, enums and services by full name across
 * files, fields by number, extensions by extended message and number, RPCs by name. Files that are in a set only as
 * imports are not compared.
 */
public final class Differ {
    private final SchemaSet news;
    private final List<Rule> rules;
    private final Findings findings;

    private Differ(SchemaSet news, List<Rule> rules, Findings findings) {
        this.news = news;
        this.rules = rules;
        this.findings = findings;
    }

    /** Compares two sets. */
    public static void compare(SchemaSet olds, SchemaSet news, List<Rule> rules, Findings findings) {
        Differ differ = new Differ(news, rules, findings);
        for (SchemaFile old : olds.files()) {
            if (old.isRequested()) {
                differ.file(old);
            }
        }
    }

    private void file(SchemaFile old) {
        for (Rule rule : rules) {
            rule.oldFile(old, news, findings);
        }
        Optional<SchemaFile> now = news.file(old.filePath());
        if (now.isPresent() && now.get().isRequested()) {
            for (Rule rule : rules) {
                rule.file(old, now.get(), findings);
            }
        }
        for (MessageType message : old.messages()) {
            message(message);
        }
        for (EnumType enumType : old.enums()) {
            enumType(enumType);
        }
        for (Service service : old.services()) {
            service(service);
        }
        extensions(old.extensions());
    }

    private void message(MessageType old) {
        Optional<MessageType> found = news.message(old.fullName());
        if (found.isPresent() && found.get().file().isRequested()) {
            MessageType now = found.get();
            for (Rule rule : rules) {
                rule.message(old, now, findings);
            }
            fields(old.fields(), now);
        }
        for (MessageType nested : old.messages()) {
            message(nested);
        }
        for (EnumType nested : old.enums()) {
            enumType(nested);
        }
        extensions(old.extensions());
    }

    private void fields(List<Field> olds, MessageType now) {
        List<Field> fields = now.fields();
        int index = 0;
        for (Field old : olds) {
            Field paired = index < fields.size() && fields.get(index).number() == old.number()
                    ? fields.get(index)
                    : now.field(old.number()).orElse(null);
            if (paired != null) {
                field(old, paired);
                index = paired.index() + 1;
            }
        }
    }

    private void extensions(List<Field> olds) {
        for (Field old : olds) {
            Field paired = pairedExtension(old);
            if (paired != null) {
                field(old, paired);
            }
        }
    }

    private @Nullable Field pairedExtension(Field old) {
        Optional<MessageType> extended = news.message(old.containingMessage().fullName());
        if (extended.isEmpty()) {
            return null;
        }
        Optional<Field> now = news.extension(extended.get(), old.number());
        return now.isPresent() && now.get().file().isRequested() ? now.get() : null;
    }

    private void field(Field old, Field now) {
        for (Rule rule : rules) {
            rule.field(old, now, findings);
        }
    }

    private void enumType(EnumType old) {
        Optional<EnumType> now = news.enumType(old.fullName());
        if (now.isPresent() && now.get().file().isRequested()) {
            for (Rule rule : rules) {
                rule.enumType(old, now.get(), findings);
            }
        }
    }

    private void service(Service old) {
        Optional<Service> now = news.service(old.fullName());
        if (now.isEmpty() || !now.get().file().isRequested()) {
            return;
        }
        for (Rule rule : rules) {
            rule.service(old, now.get(), findings);
        }
        for (Rpc rpc : old.rpcs()) {
            Optional<Rpc> paired = now.get().rpc(rpc.name());
            if (paired.isPresent()) {
                for (Rule rule : rules) {
                    rule.rpc(rpc, paired.get(), findings);
                }
            }
        }
    }
}
