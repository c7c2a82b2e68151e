package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.Set;

/** A rule about changes. It overrides the one method whose pairs it judges. */
public abstract class Rule {
    private final String id;
    private final String purpose;
    private final Set<Category> categories;

    Rule(String id, String purpose, Category... categories) {
        this.id = id;
        this.purpose = purpose;
        this.categories = Set.of(categories);
    }

    /** The id that configuration and reports name it by. */
    public final String id() {
        return id;
    }

    /** What it demands, as one sentence. */
    public final String purpose() {
        return purpose;
    }

    /** The categories that include it. */
    public final Set<Category> categories() {
        return categories;
    }

    /** Judges a file that is there in the old set, given the whole new set. */
    public void oldFile(SchemaFile old, SchemaSet news, Findings findings) {}

    /** Judges a file, paired by path. */
    public void file(SchemaFile old, SchemaFile now, Findings findings) {}

    /** Judges a message, paired by full name. */
    public void message(MessageType old, MessageType now, Findings findings) {}

    /** Judges a field, paired by message and number, or an extension, paired by extended message and number. */
    public void field(Field old, Field now, Findings findings) {}

    /** Judges an enum, paired by full name. */
    public void enumType(EnumType old, EnumType now, Findings findings) {}

    /** Judges a service, paired by full name. */
    public void service(Service old, Service now, Findings findings) {}

    /** Judges an RPC, paired by service and name. */
    public void rpc(Rpc old, Rpc now, Findings findings) {}
}
