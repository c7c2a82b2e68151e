package dev.sluice.contract.pact.derive;

import build.buf.validate.FieldPathElement;
import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.sluice.contract.pact.schema.Constraints;
import dev.sluice.contract.pact.schema.MessageSchema;
import dev.sluice.contract.pact.schema.SchemaProblemsException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Changes fields of an example until no constraint is broken: rules across fields cannot be solved by looking at one. Each step tries the
 * likely values of the fields that a broken rule is about and keeps the best; the same example always takes the same steps.
 */
final class Repair {
    private static final int STEPS = 40;

    private final DynamicMessage.Builder example;
    private final Set<List<FieldDescriptor>> fixed;
    private final Random random = new Random(1);

    /**
     * Repairs an example.
     *
     * @param fixed the ways to fields that keep their values
     */
    Repair(DynamicMessage.Builder example, Set<List<FieldDescriptor>> fixed) {
        this.example = example;
        this.fixed = fixed;
    }

    /** One change: a value for a field of a message, or none. */
    private record Move(List<FieldDescriptor> way, Optional<Object> value) {}

    DynamicMessage run() {
        List<Violation> broken = MessageSchema.violations(example.build());
        for (int step = 0; step < STEPS && !broken.isEmpty(); step++) {
            List<Move> best = new ArrayList<>();
            int least = broken.size();
            for (Move move : moves(broken)) {
                DynamicMessage.Builder changed = example.build().toBuilder();
                make(changed, move);
                int left = count(changed.build());
                if (left < least) {
                    best.clear();
                    least = left;
                }
                if (left == least) {
                    best.add(move);
                }
            }
            if (best.isEmpty()) {
                break;
            }
            make(example, least < broken.size() ? best.get(0) : best.get(random.nextInt(best.size())));
            broken = MessageSchema.violations(example.build());
        }
        if (!broken.isEmpty()) {
            throw new SchemaProblemsException(
                    "no example of " + example.getDescriptorForType().getFullName()
                            + " was found that keeps every constraint; give values for these fields",
                    broken.stream().map(ViolationText::of).toList());
        }
        return example.build();
    }

    /** How many constraints a message breaks; more than any where a rule cannot be evaluated on it, as CEL does with large numbers. */
    private static int count(Message message) {
        try {
            return MessageSchema.violations(message).size();
        } catch (IllegalArgumentException notEvaluated) {
            return Integer.MAX_VALUE;
        }
    }

    private Set<Move> moves(List<Violation> broken) {
        Set<Move> moves = new LinkedHashSet<>();
        for (Violation violation : broken) {
            List<FieldDescriptor> way = way(violation);
            Message.Builder parent = at(example, way.subList(0, Math.max(0, way.size() - 1)));
            if (!way.isEmpty()) {
                add(moves, parent, way, List.of());
            }
            boolean isMessage = way.isEmpty() || isSingleMessage(way.get(way.size() - 1));
            if (isMessage && (way.isEmpty() || parent.hasField(way.get(way.size() - 1)))) {
                Message.Builder message = at(example, way);
                Set<FieldDescriptor> about = RuleFields.of(message.getDescriptorForType(), violation.getRuleId());
                List<BigInteger> near = near(message, about);
                for (FieldDescriptor field : about) {
                    List<FieldDescriptor> longer = new ArrayList<>(way);
                    longer.add(field);
                    add(moves, message, longer, near);
                }
            }
        }
        return moves;
    }

    private void add(Set<Move> moves, Message.Builder parent, List<FieldDescriptor> way, List<BigInteger> near) {
        FieldDescriptor field = way.get(way.size() - 1);
        if (fixed.contains(way)) {
            return;
        }
        Constraints constraints = Constraints.of(field);
        if (!field.isRepeated()) {
            List<Object> candidates = Candidates.of(field, constraints, near);
            candidates.forEach(value -> moves.add(new Move(way, Optional.of(value))));
            if (candidates.isEmpty() && !parent.hasField(field)) {
                Message.Builder scratch = parent.build().toBuilder();
                Example.set(scratch, field, constraints, way.size());
                moves.add(new Move(way, Optional.of(scratch.getField(field))));
            }
        } else if (parent.getRepeatedFieldCount(field) == 0) {
            Message.Builder scratch = parent.build().toBuilder();
            Example.set(scratch, field, constraints, way.size());
            moves.add(new Move(way, Optional.of(scratch.getField(field))));
        }
        if (!constraints.required()
                && fixed.stream()
                        .noneMatch(path -> path.size() > way.size()
                                && path.subList(0, way.size()).equals(way))) {
            moves.add(new Move(way, Optional.empty()));
        }
    }

    private static void make(Message.Builder root, Move move) {
        Message.Builder parent = at(root, move.way().subList(0, move.way().size() - 1));
        FieldDescriptor field = move.way().get(move.way().size() - 1);
        move.value().ifPresentOrElse(value -> parent.setField(field, value), () -> parent.clearField(field));
    }

    /** The message at the end of a way of single messages. */
    private static Message.Builder at(Message.Builder root, List<FieldDescriptor> way) {
        Message.Builder message = root;
        for (FieldDescriptor field : way) {
            message = message.getFieldBuilder(field);
        }
        return message;
    }

    /** The way to what a violation is about, as far as single messages go. */
    private List<FieldDescriptor> way(Violation violation) {
        List<FieldDescriptor> way = new ArrayList<>();
        Descriptor message = example.getDescriptorForType();
        for (FieldPathElement element : violation.getField().getElementsList()) {
            FieldDescriptor field = message.findFieldByNumber(element.getFieldNumber());
            if (field == null) {
                break;
            }
            way.add(field);
            if (!isSingleMessage(field)) {
                break;
            }
            message = field.getMessageType();
        }
        return way;
    }

    private static boolean isSingleMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated();
    }

    /** The numbers in those fields, their sums and differences: what an equation between fields is likely to need. */
    private static List<BigInteger> near(Message.Builder message, Set<FieldDescriptor> about) {
        List<BigInteger> values = new ArrayList<>();
        for (FieldDescriptor field : about) {
            boolean whole = field.getJavaType() == FieldDescriptor.JavaType.INT
                    || field.getJavaType() == FieldDescriptor.JavaType.LONG;
            if (whole && !field.isRepeated() && values.size() < 6) {
                values.add(NumberRules.whole(field.getType(), message.getField(field)));
            }
        }
        Set<BigInteger> near = new LinkedHashSet<>(values);
        for (BigInteger left : values) {
            for (BigInteger right : values) {
                near.add(left.add(right));
                near.add(left.subtract(right));
            }
        }
        return List.copyOf(near);
    }
}
