package dev.sluice.interop.protovalidate;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;
import dev.sluice.interop.protobuf.ProtoDescriptors;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.UndecidedRuleException;
import dev.sluice.runtime.Violation;
import java.util.List;

/**
 * Validates messages of generated bindings with protovalidate's runtime, which evaluates every constraint as it is written.
 * It is for messages with constraints that the generator could not compile, which it lists in the Javadoc of their {@code
 * validate()}; it is some hundred times slower than what is compiled. All constraints of a message are evaluated, so that the
 * violations are those of protovalidate, in its order. Safe for several threads.
 */
public final class ProtovalidateFallback {
    private final ProtoDescriptors descriptors;
    private final Validator validator;

    private ProtovalidateFallback(ProtoDescriptors descriptors, Validator validator) {
        this.descriptors = descriptors;
        this.validator = validator;
    }

    /**
     * Validates messages of these schemas.
     *
     * @param descriptors the schemas that the bindings were generated from, with their options
     */
    public static ProtovalidateFallback of(ProtoDescriptors descriptors) {
        return of(descriptors, ValidatorFactory.newBuilder().build());
    }

    /** Validates messages of these schemas with a validator that is configured elsewhere. */
    public static ProtovalidateFallback of(ProtoDescriptors descriptors, Validator validator) {
        return new ProtovalidateFallback(descriptors, validator);
    }

    /**
     * The constraints of the schema that a message breaks, those of the messages within it included.
     *
     * @throws IllegalArgumentException if the schemas do not have the message, or a constraint is malformed
     * @throws UndecidedRuleException if a constraint fails for this message
     */
    public List<Violation> validate(Message message) {
        try {
            ValidationResult result = validator.validate(descriptors.toProto(message));
            return result.getViolations().stream()
                    .map(violation -> ProtovalidateViolations.read(violation.toProto()))
                    .toList();
        } catch (CompilationException e) {
            throw new IllegalArgumentException(
                    "a constraint of " + message.schemaType().fullName() + " is malformed: " + e.getMessage(), e);
        } catch (ValidationException e) {
            throw new UndecidedRuleException(
                    "of " + message.schemaType().fullName(), new IllegalStateException(e.getMessage(), e));
        }
    }
}
