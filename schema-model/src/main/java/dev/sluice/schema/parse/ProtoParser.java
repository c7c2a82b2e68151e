package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses a schema file into its unlinked descriptor, as protoc's parser does: types are not resolved, options not
 * interpreted (protobuf.dev, Protocol Buffers Language Specification; descriptor.proto). A file without {@code syntax}
 * is proto2.
 */
public final class ProtoParser {
    private ProtoParser() {}

    /**
     * Parses one file.
     *
     * @param path the file's path in descriptors and problems
     * @param source the file's bytes, UTF-8; aggregate option values keep a reference to them
     * @param problems gets what is wrong with the file, at most a hundred problems and one that says there are more
     * @param withSourceInfo whether to record positions and comments
     * @return what could be read; complete if no problem was added
     */
    public static ParsedFile parse(String path, byte[] source, Problems problems, boolean withSourceInfo) {
        return parse(path, source, problems, withSourceInfo ? SourceInfoForm.PROTOC : null, new Names());
    }

    /**
     * Parses one file with a pool of names, which makes files parsed one after the other share their strings.
     *
     * @param form how to count positions, or null not to record any
     * @param names the pool, used by one thread at a time
     * @see #parse(String, byte[], Problems, boolean)
     */
    public static ParsedFile parse(
            String path, byte[] source, Problems problems, @Nullable SourceInfoForm form, Names names) {
        Lines lines = new Lines(source);
        FileProblems fileProblems = new FileProblems(path, lines, problems);
        Lexer lexer = new Lexer(source, fileProblems);
        LocationRecorder locations = new LocationRecorder(lexer, form);
        Tokens tokens = new Tokens(lexer, fileProblems, names, locations);
        FileProto file = file(path, tokens);
        if (form == null) {
            return new ParsedFile(file);
        }
        return new ParsedFile(
                file, locations, form == SourceInfoForm.SCREEN ? new Lines(source, Columns.SCREEN) : lines);
    }

    private static FileProto file(String path, Tokens tokens) {
        FileParser parser;
        try {
            tokens.first();
            Span root = tokens.locations().openRoot();
            Edition edition = new SyntaxParser(tokens, root).read();
            parser = new FileParser(tokens, edition, root);
            statements(parser);
            tokens.locations().close(root);
        } catch (StatementError | TooManyProblems reported) {
            return FileProto.ofMessages(path, null, List.of());
        }
        return parser.build(path);
    }

    private static void statements(FileParser parser) {
        try {
            parser.statements();
        } catch (TooManyProblems reported) {
            // What was read before stands; the problems say that the rest was not.
        }
    }
}
