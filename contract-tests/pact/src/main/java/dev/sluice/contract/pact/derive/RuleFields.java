package dev.sluice.contract.pact.derive;

import build.buf.validate.MessageRules;
import build.buf.validate.Rule;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which fields a rule across the fields of a message is about. */
public final class RuleFields {
    private static final Pattern FIELD_OF_THIS = Pattern.compile("this\\.([A-Za-z_][A-Za-z0-9_]*)");

    private RuleFields() {}

    /** The fields of the message that the CEL rule of this id mentions; all where there is no such rule. */
    public static Set<FieldDescriptor> of(Descriptor message, String ruleId) {
        MessageRules rules = message.getOptions().getExtension(ValidateProto.message);
        Set<FieldDescriptor> mentioned = new LinkedHashSet<>();
        for (Rule rule : rules.getCelList()) {
            Matcher names = FIELD_OF_THIS.matcher(rule.getId().equals(ruleId) ? rule.getExpression() : "");
            while (names.find()) {
                FieldDescriptor field = message.findFieldByName(names.group(1));
                if (field != null) {
                    mentioned.add(field);
                }
            }
        }
        return mentioned.isEmpty() ? new LinkedHashSet<>(message.getFields()) : mentioned;
    }
}
