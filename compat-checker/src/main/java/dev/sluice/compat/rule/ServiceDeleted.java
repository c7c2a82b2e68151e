package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** Services are not deleted from their file. */
final class ServiceDeleted extends Rule {
    ServiceDeleted() {
        super("SERVICE_NO_DELETE", "Services are not deleted from their file.", Category.FILE);
    }

    @Override
    public void file(SchemaFile old, SchemaFile now, Findings findings) {
        for (Service service : old.services()) {
            if (!hasService(now, service.name())) {
                findings.add(
                        this,
                        Anchor.startOf(now),
                        service,
                        service.fullName(),
                        "",
                        "service \"" + service.fullName() + "\" was deleted; clients that call it get UNIMPLEMENTED."
                                + " Mark it deprecated and delete it when nobody calls it.");
            }
        }
    }

    private static boolean hasService(SchemaFile file, String name) {
        for (Service service : file.services()) {
            if (service.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
