package dev.sluice.schema.validate;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** Files for the full runtime do not depend on files for the lite one (descriptor.proto, FileOptions.optimize_for). */
final class LiteRuntimeCheck implements ElementCheck {
    private static final int OPTIMIZE_FOR = 9;
    private static final int LITE_RUNTIME = 3;
    private static final int CC_GENERIC_SERVICES = 16;
    private static final int JAVA_GENERIC_SERVICES = 17;
    private static final int DEPENDENCY = 3;

    @Override
    public void file(SchemaFile file, Context context) {
        if (isLite(file)) {
            return;
        }
        int index = 0;
        for (Import imported : file.imports()) {
            if (imported.kind() != Import.Kind.OPTION) {
                if (isLite(imported.file())) {
                    context.problems()
                            .report(
                                    file,
                                    "\"" + imported.file().filePath()
                                            + "\" is for the lite runtime, and this file is not; set option"
                                            + " optimize_for = LITE_RUNTIME here too",
                                    DEPENDENCY,
                                    index);
                }
                index++;
            }
        }
    }

    @Override
    public void field(Field field, Context context) {
        if (field.isExtension()
                && isLite(field.file())
                && !isLite(field.containingMessage().file())) {
            context.problems()
                    .report(
                            field,
                            "\"" + field.containingMessage().fullName()
                                    + "\" is not for the lite runtime, so a file for it cannot extend it",
                            Part.FIELD_EXTENDEE);
        }
    }

    @Override
    public void service(Service service, Context context) {
        Options options = service.file().options();
        if (isLite(service.file())
                && (options.bool(CC_GENERIC_SERVICES, false) || options.bool(JAVA_GENERIC_SERVICES, false))) {
            context.problems()
                    .report(
                            service,
                            "a file for the lite runtime has no generic services; set cc_generic_services and"
                                    + " java_generic_services to false",
                            Part.NAME);
        }
    }

    private static boolean isLite(SchemaFile file) {
        return file.options().varint(OPTIMIZE_FOR).orElse(0) == LITE_RUNTIME;
    }
}
