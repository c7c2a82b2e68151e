package dev.sluice.lint;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.LintSettings;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Fingerprint;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.lint.rule.Conventions;
import dev.sluice.lint.rule.Inspection;
import dev.sluice.lint.rule.LintRule;
import dev.sluice.lint.rule.Spot;
import dev.sluice.schema.descriptor.LocationIndex;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the findings of one module, leaves out those that the settings or comments ignore, and gives the others
 * positions. It keeps the positions of one file at a time.
 */
final class LintCollector implements Inspection {
    private final ModuleSchemas module;
    private final LintSettings settings;
    private final Configuration configuration;
    private final Map<SchemaFile, List<Pending>> byFile = new LinkedHashMap<>();
    private @Nullable SchemaFile current;
    private LocationIndex locationsOfCurrent = LocationIndex.of(Optional.empty());

    private record Pending(LintRule rule, Severity severity, Spot spot, String what) {
        Finding at(String path, Position position) {
            String message = what + "; " + rule.harm() + ". " + rule.advice();
            String fingerprint = Fingerprint.of("lint", rule.id(), spot.file().filePath(), spot.subject());
            return new Finding(rule.id(), severity, path, path, position, message, fingerprint);
        }
    }

    LintCollector(ModuleSchemas module, LintPlan plan) {
        this.module = module;
        this.settings = plan.settings(module.module());
        this.configuration = plan.configuration();
    }

    @Override
    public Conventions conventions() {
        return settings.conventions();
    }

    @Override
    public LocationIndex locations(SchemaFile file) {
        if (current != file) {
            locationsOfCurrent = LocationIndex.of(file.sourceInfo(SourceInfoForm.SCREEN));
            current = file;
        }
        return locationsOfCurrent;
    }

    @Override
    public void add(LintRule rule, Spot spot, String what) {
        Optional<Severity> severity = configuration.level(rule.id()).severity();
        if (severity.isPresent() && !settings.isIgnored(rule.id(), spot.file().filePath())) {
            byFile.computeIfAbsent(spot.file(), absent -> new ArrayList<>())
                    .add(new Pending(rule, severity.get(), spot, what));
        }
    }

    /** What was found, in no particular order. */
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        byFile.forEach((file, all) -> {
            LocationIndex locations = locations(file);
            String path = module.pathOf(file.filePath());
            for (Pending pending : all) {
                place(pending, locations).ifPresent(position -> found.add(pending.at(path, position)));
            }
        });
        return found;
    }

    /** Where a finding is, or empty where a comment asks for its rule to be ignored there. */
    private Optional<Position> place(Pending pending, LocationIndex locations) {
        for (int[] path : pending.spot().paths()) {
            Optional<Location> location = locations.find(path);
            if (location.isPresent()) {
                return settings.commentIgnores() && isIgnored(pending, path, locations)
                        ? Optional.empty()
                        : Optional.of(Position.ofSpan(location.get().span()));
            }
        }
        return Optional.of(Position.START);
    }

    private static boolean isIgnored(Pending pending, int[] path, LocationIndex locations) {
        if (IgnoringComments.ignore(pending.rule().id(), path, locations)) {
            return true;
        }
        for (int[] further : pending.spot().commented()) {
            if (IgnoringComments.ignore(pending.rule().id(), further, locations)) {
                return true;
            }
        }
        return false;
    }
}
