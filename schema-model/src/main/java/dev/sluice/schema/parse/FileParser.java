package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.ServiceProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the statements of a file, one after the other; what follows {@code syntax} or {@code edition}. */
final class FileParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;
    private final Span root;
    private final OptionParser options;
    private final EnumParser enumParser;
    private final MessageParser messageParser;
    private final ServiceParser serviceParser;
    private final VisibilityParser visibilities;
    private final ImportParser imports;
    private final Scope scope;
    private final List<MessageProto> messages = new ArrayList<>();
    private final List<EnumProto> enums = new ArrayList<>();
    private final List<ServiceProto> services = new ArrayList<>(0);
    private final List<FieldProto> extensions = new ArrayList<>(0);
    private final List<UninterpretedOption> fileOptions = new ArrayList<>();
    private @Nullable String packageName;

    FileParser(Tokens tokens, Edition edition, Span root) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
        this.root = root;
        this.options = new OptionParser(tokens);
        this.enumParser = new EnumParser(tokens, edition, options);
        this.messageParser = new MessageParser(tokens, edition, options, enumParser);
        this.serviceParser = new ServiceParser(tokens, options);
        this.visibilities = new VisibilityParser(tokens, edition);
        this.imports = new ImportParser(tokens, edition, root);
        this.scope = new Scope(root, Tag.File.MESSAGE, messages, 0);
    }

    /** Parses to the end of the file. */
    void statements() {
        while (!tokens.atEnd()) {
            try {
                statement();
            } catch (StatementError reported) {
                tokens.skipStatement();
                skipUnmatchedBrace();
            }
        }
    }

    /** What has been parsed so far. */
    FileProto build(String path) {
        return new FileProto(
                path,
                packageName,
                List.copyOf(imports.dependencies()),
                List.copyOf(imports.publicDependencies()),
                List.copyOf(imports.weakDependencies()),
                List.copyOf(imports.optionDependencies()),
                List.copyOf(messages),
                List.copyOf(enums),
                List.copyOf(services),
                List.copyOf(extensions),
                OptionParser.of(fileOptions),
                edition);
    }

    private void statement() {
        if (tokens.acceptEmptyStatement()) {
            return;
        }
        Visibility visibility = visibilities.read();
        Word word = tokens.word();
        if (word == Word.MESSAGE) {
            messageParser.parse(scope, visibility);
        } else if (word == Word.ENUM) {
            enumParser.parse(root, Tag.File.ENUM, enums, visibility);
        } else if (word == Word.SERVICE) {
            serviceParser.parse(root, services);
        } else if (word == Word.EXTEND) {
            messageParser.extensions().parse(scope, Tag.File.EXTENSION, extensions);
        } else if (word == Word.IMPORT) {
            imports.parse();
        } else if (word == Word.PACKAGE) {
            packageStatement();
        } else if (word == Word.OPTION) {
            options.statement(root, Tag.File.OPTIONS, fileOptions);
        } else if (word == Word.SYNTAX || word == Word.EDITION) {
            throw tokens.fail("\"" + word.text() + "\" must be the first statement of the file, and there only once");
        } else if (word == Word.EXPORT || word == Word.LOCAL) {
            throw tokens.fail("\"" + word.text() + "\" needs edition 2024 or later; remove it");
        } else {
            throw tokens.expected("a statement such as \"message\", \"enum\", \"service\" or \"import\"");
        }
    }

    private void packageStatement() {
        if (packageName != null) {
            tokens.report("the file has a package already; remove one of the statements");
        }
        Span span = locations.open(root, Tag.File.PACKAGE);
        tokens.next();
        packageName = tokens.dottedName("the name of the package", false);
        tokens.endStatement(span);
        locations.close(span);
    }

    private void skipUnmatchedBrace() {
        if (tokens.at('}')) {
            tokens.report("this \"}\" closes nothing; remove it");
            tokens.next();
        }
    }
}
