package dev.sluice.compat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Fingerprint;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** The finding about an old module that no new one goes with: one for all its files. */
final class MissingModule {
    private static final String RULE = "FILE_NO_DELETE";

    private MissingModule() {}

    /** The finding, or empty where the rule about deleted files is off. */
    static Optional<Finding> finding(ModuleSchemas old, Configuration configuration) {
        List<SchemaFile> files = old.set().requestedFiles();
        String path = old.module().path();
        String message = "module \"" + old.module().title() + "\" was deleted, or moved to where no file of it has the"
                + " path it had; nobody finds its "
                + (files.size() == 1 ? "file" : files.size() + " files")
                + " any more, and they were compared with nothing. Keep the module's path or name.";
        return configuration
                .level(RULE)
                .severity()
                .map(severity -> new Finding(
                        RULE,
                        severity,
                        null,
                        path,
                        Position.START,
                        message,
                        Fingerprint.of(RULE, "module", old.module().title(), "")));
    }
}
