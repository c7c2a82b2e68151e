package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.Oneof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message with every name of its class resolved. Names are given in the order of field numbers, so that a field added
 * later never takes the name of an older one.
 *
 * @param fields in order of appearance
 * @param oneofs those the schema declares
 */
record MessageModel(MessageType type, ClassName name, List<MemberField> fields, List<OneofModel> oneofs) {

    /**
     * A oneof as a member.
     *
     * @param name the accessor and the name it is stored under
     * @param type the sealed interface
     * @param none the case of nothing known
     */
    record OneofModel(Oneof oneof, String name, ClassName type, ClassName none, List<MemberField> cases) {}

    static MessageModel of(MessageType type, TypeNames names) {
        return new Resolution(type, names).resolve();
    }

    List<MemberField> byNumber() {
        List<MemberField> sorted = new ArrayList<>(fields);
        sorted.sort(Comparator.comparingInt(MemberField::number));
        return sorted;
    }

    /** How many ints hold the presence bits. */
    int presenceWords() {
        int last = fields.stream().mapToInt(MemberField::presence).max().orElse(-1);
        return (last + 32) / 32;
    }

    /** Whether extensions may extend the message. */
    boolean isExtendable() {
        return !type.extensionRanges().isEmpty();
    }

    private record OneofNames(String member, ClassName type) {}

    /** One message's names being given. */
    private static final class Resolution {
        private final MessageType type;
        private final TypeNames names;
        private final ClassName name;
        private final Set<String> members = new HashSet<>(JavaNames.RESERVED_MEMBERS);
        private final Set<String> types = new HashSet<>(JavaNames.RESERVED_TYPES);
        private final Set<String> beside = new HashSet<>(Set.of("builder"));
        private final Map<Oneof, OneofNames> oneofs = new HashMap<>();
        private final Map<Field, MemberField> fields = new HashMap<>();

        Resolution(MessageType type, TypeNames names) {
            this.type = type;
            this.names = names;
            this.name = names.of(type);
            types.addAll(name.simpleNames());
            types.addAll(List.of("DEFAULT", "JSON", "TYPE"));
            for (NamedType nested : TypeNames.nested(type)) {
                String simple = names.of(nested).simpleName();
                types.add(simple);
                beside.add(simple.toLowerCase(Locale.ROOT));
            }
            for (int i = 0; i <= type.fields().size() / 32; i++) {
                members.add("presence" + i);
            }
        }

        MessageModel resolve() {
            List<Field> numbered = new ArrayList<>(type.fields());
            numbered.sort(Comparator.comparingInt(Field::number));
            int bits = 0;
            Map<Oneof, Set<String>> caseNames = new HashMap<>();
            Map<Oneof, Set<String>> casesBeside = new HashMap<>();
            for (Field field : numbered) {
                String member = JavaNames.unusedMember(JavaNames.camel(field.name()), isConverted(field), members);
                MemberField.OneofMember oneof = null;
                if (field.realOneof().isPresent()) {
                    Oneof of = field.realOneof().get();
                    OneofNames given = oneofNames(of);
                    ClassName sealed = given.type();
                    Set<String> taken = caseNames.computeIfAbsent(of, absent -> new HashSet<>(reservedCases(sealed)));
                    Set<String> cases = casesBeside.computeIfAbsent(of, absent -> new HashSet<>(Set.of("notset")));
                    String simple =
                            JavaNames.unusedNested(JavaNames.capital(JavaNames.camel(field.name())), taken, cases);
                    oneof = new MemberField.OneofMember(given.member(), sealed.nestedClass(simple));
                }
                int presence = usesBit(field) ? bits++ : -1;
                fields.put(field, member(field, member, presence, oneof));
            }
            List<MemberField> ordered = type.fields().stream().map(fields::get).toList();
            return new MessageModel(type, name, ordered, oneofs());
        }

        private Set<String> reservedCases(ClassName sealed) {
            Set<String> reserved = new HashSet<>(JavaNames.RESERVED_TYPES);
            reserved.addAll(sealed.simpleNames());
            reserved.add("NotSet");
            return reserved;
        }

        private boolean isConverted(Field field) {
            Field value = field.isMap()
                    ? field.message().flatMap(entry -> entry.field(2)).orElseThrow()
                    : field;
            return ValueCode.of(value, names).isConverted();
        }

        private static boolean usesBit(Field field) {
            return field.hasPresence()
                    && !field.type().isMessage()
                    && field.realOneof().isEmpty();
        }

        private MemberField member(Field field, String member, int presence, MemberField.@Nullable OneofMember oneof) {
            if (field.isMap()) {
                MessageType entry = field.message().orElseThrow();
                ValueCode key = ValueCode.of(entry.field(1).orElseThrow(), names);
                ValueCode value = ValueCode.of(entry.field(2).orElseThrow(), names);
                return new MemberField(field, field.index(), member, presence, key, value, oneof);
            }
            return new MemberField(field, field.index(), member, presence, null, ValueCode.of(field, names), oneof);
        }

        private OneofNames oneofNames(Oneof oneof) {
            return oneofs.computeIfAbsent(oneof, absent -> {
                String camel = JavaNames.camel(oneof.name());
                String member = JavaNames.unusedMember(camel, false, members);
                return new OneofNames(
                        member,
                        name.nestedClass(JavaNames.unusedNested(JavaNames.capital(camel) + "Case", types, beside)));
            });
        }

        private List<OneofModel> oneofs() {
            List<OneofModel> models = new ArrayList<>();
            for (Oneof oneof : type.oneofs()) {
                if (!oneof.isSynthetic()) {
                    OneofNames given = oneofNames(oneof);
                    ClassName sealed = given.type();
                    List<MemberField> cases =
                            oneof.fields().stream().map(fields::get).toList();
                    models.add(new OneofModel(oneof, given.member(), sealed, sealed.nestedClass("NotSet"), cases));
                }
            }
            return models;
        }
    }
}
