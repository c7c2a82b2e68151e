package dev.sluice.compat.config;

import dev.sluice.compat.finding.Concern;
import dev.sluice.lint.rule.Conventions;
import java.util.List;
import java.util.Optional;

/**
 * The {@code lint} part of a configuration file, before it is known which module it is for.
 *
 * @param commentIgnores whether comments in schemas may ask for rules to be ignored
 */
record LintSection(RuleSection rules, Conventions conventions, boolean commentIgnores) {

    /** What counts where a file says nothing; empty where it is not read for lint. */
    static Optional<LintSection> defaults(YamlFile file, Dialect dialect) {
        return file.concern() == Concern.LINT ? Optional.of(standard(dialect)) : Optional.empty();
    }

    static LintSection standard(Dialect dialect) {
        return new LintSection(
                RuleSection.defaults(Vocabulary.ofLint(dialect)), Conventions.DEFAULT, dialect.takesCommentIgnores());
    }

    /** Reads {@code lint} of a mapping, or takes {@code absent} where it is missing or has nothing in it. */
    static Optional<LintSection> read(YamlMapping parent, Dialect dialect, Optional<LintSection> absent) {
        if (parent.file().concern() != Concern.LINT) {
            parent.accept("lint");
            return absent;
        }
        Optional<YamlMapping> section = parent.mapping("lint");
        if (section.isEmpty()) {
            return absent;
        }
        YamlMapping lint = section.get();
        RuleSection rules = RuleSection.read(lint, Vocabulary.ofLint(dialect));
        Conventions conventions = new Conventions(
                suffix(lint, "enum_zero_value_suffix", Conventions.DEFAULT.zeroValueSuffix()),
                suffix(lint, "service_suffix", Conventions.DEFAULT.serviceSuffix()),
                lint.flag("rpc_allow_same_request_response"),
                lint.flag("rpc_allow_google_protobuf_empty_requests"),
                lint.flag("rpc_allow_google_protobuf_empty_responses"));
        boolean commentIgnores = dialect.takesCommentIgnores()
                ? !lint.flag("disallow_comment_ignores")
                : lint.flag("allow_comment_ignores");
        lint.done();
        if (lint.keys().isEmpty()) {
            return absent;
        }
        return Optional.of(new LintSection(rules, conventions, commentIgnores));
    }

    /** An empty suffix counts as none given, as with Buf. */
    private static String suffix(YamlMapping lint, String key, String absent) {
        return lint.text(key)
                .map(Text::value)
                .filter(suffix -> !suffix.isEmpty())
                .orElse(absent);
    }

    /** All paths in it. */
    List<Text> paths() {
        return rules.paths();
    }

    /** The settings of a module in a folder; paths outside it do not concern the module. */
    LintSettings in(String folder) {
        return new LintSettings(
                rules.rules(), rules.ignoreIn(folder), rules.ignoreOnlyIn(folder), conventions, commentIgnores);
    }
}
