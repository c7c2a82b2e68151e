package dev.sluice.schema.validate;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.LinkProblems;
import dev.sluice.schema.model.Linker;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.List;

/** Runs every check over the elements of a file. */
public final class Validator implements Linker.Validation {
    private static final ElementCheck[] CHECKS = {
        new NameCheck(),
        new FieldNumberCheck(),
        new ReservedCheck(),
        new ExtensionRangeCheck(),
        new ExtensionCheck(),
        new ExtensionNumberCheck(),
        new ExtensionDeclarationCheck(),
        new EnumCheck(),
        new EnumNameCheck(),
        new JsonNameCheck(),
        new OneofCheck(),
        new MapCheck(),
        new MessageSetCheck(),
        new DefaultValueCheck(),
        new FieldOptionCheck(),
        new ClosedEnumCheck(),
        new OptionUseCheck(),
        new FeatureCheck(),
        new LiteRuntimeCheck(),
        new VisibilityCheck(),
        new NamingStyleCheck(),
    };

    @Override
    public OfSet of(SchemaSet set, LinkProblems problems) {
        return new SetValidator(new Context(set, problems));
    }

    private record SetValidator(Context context) implements OfSet {
        @Override
        public void validate(SchemaFile file) {
            Validator.validate(file, context);
        }
    }

    private static void validate(SchemaFile file, Context context) {
        for (ElementCheck check : CHECKS) {
            check.file(file, context);
        }
        messages(file.messages(), context);
        enums(file.enums(), context);
        fields(file.extensions(), context);
        for (Service service : file.services()) {
            for (ElementCheck check : CHECKS) {
                check.service(service, context);
            }
        }
    }

    private static void messages(List<MessageType> messages, Context context) {
        for (MessageType message : messages) {
            for (ElementCheck check : CHECKS) {
                check.message(message, context);
            }
            fields(message.fields(), context);
            fields(message.extensions(), context);
            messages(message.messages(), context);
            enums(message.enums(), context);
        }
    }

    private static void fields(List<Field> fields, Context context) {
        for (Field field : fields) {
            for (ElementCheck check : CHECKS) {
                check.field(field, context);
            }
        }
    }

    private static void enums(List<EnumType> enums, Context context) {
        for (EnumType enumType : enums) {
            for (ElementCheck check : CHECKS) {
                check.enumType(enumType, context);
            }
        }
    }
}
