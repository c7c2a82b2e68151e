package dev.sluice.compat.diff;

import dev.sluice.compat.rule.EnumRule;
import dev.sluice.compat.rule.FieldRule;
import dev.sluice.compat.rule.FileRule;
import dev.sluice.compat.rule.Findings;
import dev.sluice.compat.rule.MessageRule;
import dev.sluice.compat.rule.NewSchemas;
import dev.sluice.compat.rule.OldFileRule;
import dev.sluice.compat.rule.RpcRule;
import dev.sluice.compat.rule.RuleSet;
import dev.sluice.compat.rule.ServiceRule;
import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Pairs two sets and shows every pair to the rules: files by path, messages, enums and services by full name across
 * files, fields by number, extensions by extended message and number, RPCs by name. Files that are in a set only as
 * imports are not compared.
 */
public final class Differ {
    private final NewSchemas news;
    private final RuleSet rules;
    private final Findings findings;
    private final ElementPairing elements;
    private final FieldPairing fieldPairing;
    private final EnumPairing enumPairing;

    private Differ(NewSchemas news, RuleSet rules, Findings findings) {
        this.news = news;
        this.rules = rules;
        this.findings = findings;
        this.elements = new ElementPairing(rules.elements(), findings);
        this.fieldPairing = new FieldPairing(rules, elements, findings);
        this.enumPairing = new EnumPairing(rules.enumNumbers(), findings);
    }

    /**
     * Compares two sets, several files at a time.
     *
     * @param compared which of the old files to look at; others are there only because these import them
     * @param findings takes what is found, from several threads
     */
    public static void compare(
            SchemaSet olds, Predicate<SchemaFile> compared, NewSchemas news, RuleSet rules, Findings findings) {
        Differ differ = new Differ(news, rules, findings);
        List<SchemaFile> files = olds.files();
        Parallel.forEach(files.size(), i -> {
            SchemaFile old = files.get(i);
            if (old.isRequested() && compared.test(old)) {
                differ.file(old);
            }
        });
    }

    private void file(SchemaFile old) {
        for (OldFileRule rule : rules.oldFiles()) {
            rule.check(old, news, findings);
        }
        Optional<SchemaFile> now = news.file(old.filePath());
        if (now.isPresent()) {
            for (FileRule rule : rules.files()) {
                rule.check(old, now.get(), findings);
            }
            elements.pair(old, now.get());
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
        Optional<MessageType> now = news.message(old.fullName());
        if (now.isPresent()) {
            for (MessageRule rule : rules.messages()) {
                rule.check(old, now.get(), findings);
            }
            fieldPairing.pair(old, now.get());
            elements.pair(old, now.get());
            elements.oneofs(old, now.get());
        }
        for (MessageType nested : old.messages()) {
            message(nested);
        }
        for (EnumType nested : old.enums()) {
            enumType(nested);
        }
        extensions(old.extensions());
    }

    private void extensions(List<Field> olds) {
        for (Field old : olds) {
            Optional<Field> now = news.extension(old.containingMessage().fullName(), old.number());
            if (now.isPresent()) {
                for (FieldRule rule : rules.fields()) {
                    rule.check(old, now.get(), findings);
                }
                elements.pair(old, now.get());
            }
        }
    }

    private void enumType(EnumType old) {
        Optional<EnumType> now = news.enumType(old.fullName());
        if (now.isPresent()) {
            for (EnumRule rule : rules.enums()) {
                rule.check(old, now.get(), findings);
            }
            enumPairing.pair(old, now.get());
            elements.pair(old, now.get());
            elements.values(old, now.get());
        }
    }

    private void service(Service old) {
        Optional<Service> now = news.service(old.fullName());
        if (now.isEmpty()) {
            return;
        }
        for (ServiceRule rule : rules.services()) {
            rule.check(old, now.get(), findings);
        }
        elements.pair(old, now.get());
        for (Rpc rpc : old.rpcs()) {
            Optional<Rpc> paired = now.get().rpc(rpc.name());
            if (paired.isPresent()) {
                for (RpcRule rule : rules.rpcs()) {
                    rule.check(rpc, paired.get(), findings);
                }
                elements.pair(rpc, paired.get());
            }
        }
    }
}
