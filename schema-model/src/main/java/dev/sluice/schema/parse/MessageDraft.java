package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.ExtensionRangeProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.OneofProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.Visibility;
import java.util.ArrayList;
import java.util.List;

/** A message while its body is being parsed. */
final class MessageDraft {
    final String name;
    final Span span;
    final Scope scope;
    final List<FieldProto> fields = new ArrayList<>();
    final List<FieldProto> extensions = new ArrayList<>(0);
    final List<MessageProto> messages = new ArrayList<>(0);
    final List<EnumProto> enums = new ArrayList<>(0);
    final List<ExtensionRangeProto> extensionRanges = new ArrayList<>(0);
    final List<OneofProto> oneofs = new ArrayList<>(0);
    final List<UninterpretedOption> options = new ArrayList<>(0);
    final List<NumberRange> reservedRanges = new ArrayList<>(0);
    final List<String> reservedNames = new ArrayList<>(0);

    MessageDraft(String name, Span span, int depth) {
        this.name = name;
        this.span = span;
        this.scope = new Scope(span, Tag.Message.NESTED, messages, depth);
    }

    MessageProto build(Visibility visibility) {
        return new MessageProto(
                name,
                List.copyOf(fields),
                List.copyOf(extensions),
                List.copyOf(messages),
                List.copyOf(enums),
                List.copyOf(extensionRanges),
                List.copyOf(oneofs),
                OptionParser.of(options),
                List.copyOf(reservedRanges),
                List.copyOf(reservedNames),
                visibility);
    }
}
