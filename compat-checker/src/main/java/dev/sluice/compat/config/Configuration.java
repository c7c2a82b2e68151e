package dev.sluice.compat.config;

import dev.sluice.compat.finding.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check is to do.
 *
 * @param file the file this was read from, as it was named; empty where there is none
 * @param modules the modules of the tree, at least one
 * @param levels by the id of a rule, how much its findings weigh; {@link Level#ERROR} for one that is missing
 * @param waivers changes that somebody answers for
 * @param watchedOptions the full names of custom options whose values must not change
 * @param acceptsSameShape whether changes are accepted after which the same is sent, though Buf reports them
 * @param notices remarks about the file that do not keep it from being used, by position
 */
public record Configuration(
        Optional<String> file,
        List<SchemaModule> modules,
        Map<String, Level> levels,
        List<Waiver> waivers,
        List<String> watchedOptions,
        boolean acceptsSameShape,
        List<Notice> notices) {

    /** What counts where there is no configuration file. */
    public static final Configuration DEFAULT = new Configuration(
            Optional.empty(), List.of(SchemaModule.WHOLE), Map.of(), List.of(), List.of(), false, List.of());

    public Configuration {
        modules = List.copyOf(modules);
        levels = Map.copyOf(levels);
        waivers = List.copyOf(waivers);
        watchedOptions = List.copyOf(watchedOptions);
        notices = List.copyOf(notices);
    }

    /** How much the findings of a rule weigh. */
    public Level level(String rule) {
        return levels.getOrDefault(rule, Level.ERROR);
    }
}
