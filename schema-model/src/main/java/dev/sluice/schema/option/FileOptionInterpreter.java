package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.UninterpretedOption.Aggregate;
import dev.sluice.schema.descriptor.UninterpretedOption.Identifier;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.LinkProblems;
import dev.sluice.schema.model.OptionInterpreter;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Symbols;
import dev.sluice.schema.option.PlainOptions.PlainOption;
import dev.sluice.schema.parse.AggregateTokens;
import dev.sluice.schema.parse.Names;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.wire.WireWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interprets the options of one file's elements. Not safe for several threads. */
final class FileOptionInterpreter implements OptionInterpreter.OfFile {
    private static final int UNINTERPRETED_OPTION = 999;
    private static final byte[] NOTHING = {};

    private final SchemaFile file;
    private final Symbols symbols;
    private final OptionTypes types;
    private final LinkProblems problems;
    private final Names names = new Names();
    private @Nullable OptionScope scope;

    FileOptionInterpreter(SchemaFile file, Symbols symbols, OptionTypes types, LinkProblems problems) {
        this.file = file;
        this.symbols = symbols;
        this.types = types;
        this.problems = problems;
    }

    private OptionScope scope() {
        OptionScope known = scope;
        if (known == null) {
            known = new OptionScope(symbols, file);
            scope = known;
        }
        return known;
    }

    @Override
    public Options standard(Element owner, OptionsProto written) {
        List<UninterpretedOption> options = written.uninterpreted();
        if (options.isEmpty()) {
            return loaded(owner, written.encoded());
        }
        if (written.encoded().length == 0 && areAllCustom(options)) {
            return Options.of(NOTHING);
        }
        StandardOptions set = new StandardOptions(symbols);
        set.add(written.encoded());
        for (int i = 0; i < options.size(); i++) {
            UninterpretedOption option = options.get(i);
            if (!isCustom(option)) {
                try {
                    standard(owner, option, set);
                } catch (OptionException e) {
                    report(owner, i, e);
                } catch (AggregateException e) {
                    report(option, e);
                }
            }
        }
        return Options.of(set.toByteArray());
    }

    private static boolean areAllCustom(List<UninterpretedOption> options) {
        for (int i = 0; i < options.size(); i++) {
            if (!isCustom(options.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Options loaded(Element owner, byte[] encoded) {
        OptionsKind kind = OptionsKind.of(owner);
        if (encoded.length > 0 && !LoadedOptions.areWellFormed(kind, encoded)) {
            problems.report(owner, "the options are malformed: not a message in wire form", kind.fieldNumber());
            return Options.NONE;
        }
        return Options.of(encoded);
    }

    private void standard(Element owner, UninterpretedOption option, StandardOptions set) {
        OptionsKind kind = OptionsKind.of(owner);
        if (types.areBuiltIn() && option.name().size() == 1) {
            PlainOption plain = PlainOptions.find(kind, option.name().get(0).text());
            if (plain != null) {
                plain(plain, option, set);
                return;
            }
        }
        Field[] path = OptionPath.resolve(types.of(kind), option, scope(), OptionScope.around(owner));
        Field last = path[path.length - 1];
        if (path[0].number() == kind.featuresNumber() && last.file() == file) {
            throw new OptionException(
                    OptionException.NAME,
                    "a feature cannot be used in the same file that declares it; move one of them");
        }
        if (!last.isRepeated() && SetOptions.contain(set.written(path[0].number()), path)) {
            throw setTwice(option);
        }
        set.add(path[0], new StatementWriter(scope(), names).write(path, option.value(), FieldRules.BY_SYNTAX));
    }

    private static void plain(PlainOption plain, UninterpretedOption option, StandardOptions set) {
        if (set.written(plain.number()).length > 0) {
            throw setTwice(option);
        }
        WireWriter statement = new WireWriter();
        statement.tag(plain.number(), ScalarWriter.wireType(plain.type()));
        if (plain.type() == FieldType.ENUM) {
            int index =
                    option.value() instanceof Identifier word ? plain.values().indexOf(word.text()) : -1;
            if (index < 0) {
                throw new OptionException(
                        ScalarValue.partOf(option.value()),
                        "the value of \"" + plain.name() + "\" must be one of " + String.join(", ", plain.values()));
            }
            statement.rawVarint(plain.firstValue() + index);
        } else {
            ScalarValue.write(plain.type(), option.value(), statement);
        }
        set.add(plain.number(), statement);
    }

    @Override
    public Options custom(Element owner, OptionsProto written, Options standard) {
        WireWriter custom = null;
        List<UninterpretedOption> options = written.uninterpreted();
        for (int i = 0; i < options.size(); i++) {
            UninterpretedOption option = options.get(i);
            if (isCustom(option)) {
                if (custom == null) {
                    custom = new WireWriter();
                }
                try {
                    custom(owner, option, custom);
                } catch (OptionException e) {
                    report(owner, i, e);
                } catch (AggregateException e) {
                    report(option, e);
                }
            }
        }
        if (custom == null) {
            return standard;
        }
        WireWriter all = new WireWriter();
        all.raw(standard.encoded());
        all.raw(custom);
        return Options.of(all.toByteArray());
    }

    private void custom(Element owner, UninterpretedOption option, WireWriter custom) {
        Field[] path = OptionPath.resolve(types.of(OptionsKind.of(owner)), option, scope(), OptionScope.around(owner));
        Field last = path[path.length - 1];
        if (custom.size() > 0 && !last.isRepeated() && SetOptions.contain(custom.toByteArray(), path)) {
            throw setTwice(option);
        }
        custom.raw(new StatementWriter(scope(), names).write(path, option.value(), FieldRules.BY_FEATURES));
    }

    static boolean isCustom(UninterpretedOption option) {
        return option.name().get(0).extension();
    }

    private static OptionException setTwice(UninterpretedOption option) {
        return new OptionException(
                OptionException.NAME,
                "option \"" + shown(option) + "\" is set already; it is not repeated, so remove one");
    }

    private static String shown(UninterpretedOption option) {
        StringBuilder name = new StringBuilder();
        for (UninterpretedOption.NamePart part : option.name()) {
            if (name.length() > 0) {
                name.append('.');
            }
            name.append(part.extension() ? "(" + part.text() + ")" : part.text());
        }
        return name.toString();
    }

    private void report(Element owner, int index, OptionException e) {
        problems.report(owner, e.text(), OptionsKind.of(owner).fieldNumber(), UNINTERPRETED_OPTION, index, e.part());
    }

    private void report(UninterpretedOption option, AggregateException e) {
        AggregateTokens tokens = new AggregateTokens((Aggregate) option.value(), names);
        Problem problem =
                tokens.problem(file.filePath(), e.offset(), "in the value of \"" + shown(option) + "\": " + e.text());
        problems.report(problem);
    }
}
