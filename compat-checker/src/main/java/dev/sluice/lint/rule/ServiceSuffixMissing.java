package dev.sluice.lint.rule;

import dev.sluice.schema.model.Service;

/** Names of services end the same way. */
final class ServiceSuffixMissing extends ElementRule<Service> {
    ServiceSuffixMissing() {
        super(
                Service.class,
                "SERVICE_SUFFIX",
                "Names of services end in Service, or what the configuration says instead.",
                "a service and a message want the same name sooner or later",
                "Add the suffix.",
                LintCategory.STANDARD);
    }

    @Override
    void check(Service service, Inspection inspection) {
        String suffix = inspection.conventions().serviceSuffix();
        if (!service.name().endsWith(suffix)) {
            inspection.add(
                    this,
                    Spot.nameOf(service),
                    "service \"" + service.name() + "\" does not end in \"" + suffix + "\"");
        }
    }
}
