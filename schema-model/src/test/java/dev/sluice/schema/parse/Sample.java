package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parses schema text of tests. */
final class Sample {
    private Sample() {}

    /** The descriptor of text that has no problems. */
    static FileProto parse(String text) {
        return parseWithInfo(text).proto();
    }

    /** The descriptor and source info of text that has no problems. */
    static ParsedFile parseWithInfo(String text) {
        Problems problems = new Problems();
        ParsedFile parsed = ProtoParser.parse("test.proto", utf8(text), problems, true);
        if (!problems.isEmpty()) {
            throw new AssertionError("unexpected problems: " + problems.sorted());
        }
        return parsed;
    }

    /** The first message of text that has no problems. */
    static MessageProto message(String text) {
        return parse(text).messages().get(0);
    }

    /** The source locations of text that has no problems. */
    static List<SourceInfo.Location> locations(String text) {
        return Objects.requireNonNull(parseWithInfo(text).sourceInfo()).locations();
    }

    /** The uninterpreted options of an element that must have options. */
    static List<UninterpretedOption> options(@Nullable OptionsProto options) {
        return Objects.requireNonNull(options).uninterpreted();
    }

    /** The problems of text as {@code line:column: message}. */
    static List<String> problems(String text) {
        return problems(utf8(text));
    }

    static List<String> problems(byte[] source) {
        Problems problems = new Problems();
        ProtoParser.parse("test.proto", source, problems, false);
        return problems.sorted().stream().map(Sample::text).toList();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Problem problem) {
        return problem.line() + ":" + problem.column() + ": " + problem.message();
    }
}
