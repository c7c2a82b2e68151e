package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import java.util.Optional;

/** Services are not deleted from their file. */
final class ServiceDeleted extends FileRule {
    ServiceDeleted() {
        super(
                "SERVICE_NO_DELETE",
                "Services are not deleted from their file.",
                "clients that call it get UNIMPLEMENTED",
                "Mark it deprecated and delete it when nobody calls it.",
                Category.FILE);
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        for (Service service : old.services()) {
            Optional<Service> found = now.set().service(Deletions.nameIn(now, service));
            if (found.isEmpty() || found.get().file() != now) {
                findings.add(
                        this,
                        Anchor.startOf(now),
                        service,
                        service.fullName(),
                        "",
                        "service \"" + service.fullName() + "\" was deleted from the file");
            }
        }
    }
}
