package dev.sluice.lint.constraint;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds what is wrong with the constraints that an element has, or declares for others to use. */
public final class ConstraintFlaws {
    private static final String RULES = "buf.validate.";

    private ConstraintFlaws() {}

    /** Of a message or a field; none of other elements. */
    public static List<Flaw> of(Element element) {
        if (element.options().encoded().length == 0) {
            return List.of();
        }
        List<Flaw> found = new ArrayList<>();
        if (element instanceof MessageType message) {
            collect(message, "buf.validate.message", found, (rules, flaws) -> MessageFlaws.add(message, rules, flaws));
        } else if (element instanceof Field field) {
            if (extendsRules(field)) {
                collect(field, "buf.validate.predefined", found, CelFlaws::add);
            }
            collect(field, "buf.validate.field", found, (rules, flaws) -> FieldFlaws.add(field, rules, flaws));
        }
        return found;
    }

    private static boolean extendsRules(Field field) {
        if (!field.isExtension()) {
            return false;
        }
        String extended = field.containingMessage().fullName();
        return extended.startsWith(RULES) && extended.endsWith("Rules");
    }

    private static void collect(
            Element element, String extension, List<Flaw> found, BiConsumer<MessageValue, Flaws> check) {
        SchemaSet set = element.file().set();
        Optional<Field> declared =
                set.extension(extension).filter(field -> field.message().isPresent());
        if (declared.isEmpty()
                || element.options().lengthDelimited(declared.get().number()).isEmpty()) {
            return;
        }
        Optional<MessageValue> rules = MessageValue.ofOptions(element, set).flatMap(all -> all.message(extension));
        if (rules.isPresent()) {
            Flaws flaws = Flaws.below(declared.get());
            check.accept(rules.get(), flaws);
            found.addAll(flaws.found());
        }
    }
}
