package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import java.util.List;
import java.util.Optional;

/** What peers or registries find by its full name stays there under that name, in whatever file: services, types. */
final class CalledNameDeleted extends OldFileRule {
    /** What is looked for. */
    private enum Kind {
        SERVICE,
        RPC,
        MESSAGE,
        ENUM
    }

    private final Kind kind;

    private CalledNameDeleted(String id, String purpose, String harm, String advice, Kind kind) {
        super(id, purpose, harm, advice, Category.STRICT);
        this.kind = kind;
    }

    static CalledNameDeleted service() {
        return new CalledNameDeleted(
                "SERVICE_SAME_PATH",
                "Services stay under their full name, which is part of the path that clients call.",
                "clients that call the old path get UNIMPLEMENTED",
                "Keep the service, if only to forward to the new one.",
                Kind.SERVICE);
    }

    static CalledNameDeleted rpc() {
        return new CalledNameDeleted(
                "RPC_SAME_PATH",
                "RPCs stay under their name, which is part of the path that clients call.",
                "clients that call the old path get UNIMPLEMENTED",
                "Keep the RPC, if only to forward to the new one.",
                Kind.RPC);
    }

    static CalledNameDeleted message() {
        return new CalledNameDeleted(
                "MESSAGE_SAME_FULL_NAME",
                "Messages stay under their full name, in whatever file.",
                "an Any that names it cannot be unpacked, and a registry finds nothing under the name",
                "Keep the message, if only deprecated.",
                Kind.MESSAGE);
    }

    static CalledNameDeleted enumType() {
        return new CalledNameDeleted(
                "ENUM_SAME_FULL_NAME",
                "Enums stay under their full name, in whatever file.",
                "a registry finds nothing under the name, and source code that uses it does not compile",
                "Keep the enum, if only deprecated.",
                Kind.ENUM);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        switch (kind) {
            case SERVICE -> {
                for (Service service : old.services()) {
                    if (news.service(service.fullName()).isEmpty()) {
                        report(service, anchor(old, news), findings);
                    }
                }
            }
            case RPC -> {
                for (Service service : old.services()) {
                    news.service(service.fullName()).ifPresent(now -> rpcs(service, now, findings));
                }
            }
            case MESSAGE, ENUM -> types(old.messages(), old.enums(), news, findings);
        }
    }

    private void rpcs(Service old, Service now, Findings findings) {
        for (Rpc rpc : old.rpcs()) {
            if (now.rpc(rpc.name()).isEmpty()) {
                report(rpc, Anchor.of(now), findings);
            }
        }
    }

    private void types(List<MessageType> messages, List<EnumType> enums, NewSchemas news, Findings findings) {
        if (kind == Kind.ENUM) {
            for (EnumType old : enums) {
                if (news.enumType(old.fullName()).isEmpty()) {
                    report(old, anchor(old.file(), news), findings);
                }
            }
        }
        for (MessageType old : messages) {
            if (kind == Kind.MESSAGE
                    && !old.isMapEntry()
                    && news.message(old.fullName()).isEmpty()) {
                report(old, anchor(old.file(), news), findings);
            }
            types(old.messages(), old.enums(), news, findings);
        }
    }

    private static Anchor anchor(SchemaFile old, NewSchemas news) {
        Optional<SchemaFile> now = news.file(old.filePath());
        return now.isPresent() ? Anchor.startOf(now.get()) : Anchor.gone();
    }

    private void report(Element old, Anchor anchor, Findings findings) {
        findings.add(
                this,
                anchor,
                old,
                old.fullName(),
                "",
                ElementWords.describe(old) + " is not there any more: \"" + old.fullName()
                        + "\" was deleted or renamed");
    }
}
