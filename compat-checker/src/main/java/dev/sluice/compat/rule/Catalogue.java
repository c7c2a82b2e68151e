package dev.sluice.compat.rule;

import java.util.List;

/** Every rule there is. */
public final class Catalogue {
    private static final List<Rule> RULES = List.of(
            new EnumDeleted(),
            new EnumValueDeleted(),
            new EnumValueNameChanged(),
            new FieldCardinalityChanged(),
            new FieldDeleted(),
            new FieldJsonNameChanged(),
            new FieldNameChanged(),
            new FieldOneofChanged(),
            new FieldTypeChanged(),
            new FileDeleted(),
            new MessageDeleted(),
            new OneofDeleted(),
            new PackageChanged(),
            new ReservedEnumDeleted(),
            new ReservedMessageDeleted(),
            new RpcClientStreamingChanged(),
            new RpcDeleted(),
            new RpcRequestTypeChanged(),
            new RpcResponseTypeChanged(),
            new RpcServerStreamingChanged(),
            new ServiceDeleted(),
            new SyntaxChanged());

    private Catalogue() {}

    /** All rules, by class name. */
    public static List<Rule> rules() {
        return RULES;
    }
}
