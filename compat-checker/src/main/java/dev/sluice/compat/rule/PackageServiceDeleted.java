package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import java.util.Optional;

/** Services are not deleted from their package; they may move between its files. */
final class PackageServiceDeleted extends OldFileRule {
    PackageServiceDeleted() {
        super(
                "PACKAGE_SERVICE_NO_DELETE",
                "Services are not deleted from their package.",
                "clients that call it get UNIMPLEMENTED",
                "Mark it deprecated and delete it when nobody calls it.",
                Category.PACKAGE);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        for (Service service : old.services()) {
            Optional<Service> found = news.service(service.fullName());
            boolean there =
                    found.isPresent() && found.get().file().packageName().equals(old.packageName());
            if (!there && news.hasPackage(old.packageName())) {
                Optional<SchemaFile> now = news.file(old.filePath());
                findings.add(
                        this,
                        now.isEmpty() ? Anchor.gone() : Anchor.startOf(now.get()),
                        service,
                        service.fullName(),
                        "",
                        "service \"" + service.fullName() + "\" was deleted from package \"" + old.packageName()
                                + "\"");
            }
        }
    }
}
