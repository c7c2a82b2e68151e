package dev.sluice.compat.rule;

import java.util.List;

/** Every rule there is. */
public final class Catalogue {
    private static final List<Rule> RULES = List.of(
            TypeDeleted.enumType(),
            new EnumJsonFormatChanged(),
            new EnumOpennessChanged(),
            EnumValueDeleted.atAll(),
            EnumValueDeleted.unlessNameReserved(),
            EnumValueDeleted.unlessNumberReserved(),
            new EnumValueNameChanged(),
            new ExtensionRangeDeleted(),
            new ExtensionDeleted(),
            FieldDeleted.atAll(),
            FieldDeleted.unlessNameReserved(),
            FieldDeleted.unlessNumberReserved(),
            FieldCardinalityChanged.any(),
            new FieldCppStringTypeChanged(),
            new FieldDefaultChanged(),
            new FieldJavaUtf8Changed(),
            new FieldJsonNameChanged(),
            new FieldJsTypeChanged(),
            new FieldNameChanged(),
            new FieldOneofChanged(),
            new FieldTypeChanged(),
            new FieldUtf8Changed(),
            FieldCardinalityChanged.wire(),
            FieldTypeIncompatible.wire(),
            FieldCardinalityChanged.wireJson(),
            FieldTypeIncompatible.wireJson(),
            new FileDeleted(),
            new FileOptionChanged(FileOption.CC_ENABLE_ARENAS, "cc_enable_arenas"),
            new FileOptionChanged(FileOption.CC_GENERIC_SERVICES, "cc_generic_services"),
            new FileOptionChanged(FileOption.CSHARP_NAMESPACE, "csharp_namespace"),
            new FileOptionChanged(FileOption.GO_PACKAGE, "go_package"),
            new FileOptionChanged(FileOption.JAVA_GENERIC_SERVICES, "java_generic_services"),
            new FileOptionChanged(FileOption.JAVA_MULTIPLE_FILES, "java_multiple_files"),
            new FileOptionChanged(FileOption.JAVA_OUTER_CLASSNAME, "java_outer_classname"),
            new FileOptionChanged(FileOption.JAVA_PACKAGE, "java_package"),
            new FileOptionChanged(FileOption.OBJC_CLASS_PREFIX, "objc_class_prefix"),
            new FileOptionChanged(FileOption.OPTIMIZE_FOR, "optimize_for"),
            new PackageChanged(),
            new FileOptionChanged(FileOption.PHP_CLASS_PREFIX, "php_class_prefix"),
            new FileOptionChanged(FileOption.PHP_METADATA_NAMESPACE, "php_metadata_namespace"),
            new FileOptionChanged(FileOption.PHP_NAMESPACE, "php_namespace"),
            new FileOptionChanged(FileOption.PY_GENERIC_SERVICES, "py_generic_services"),
            new FileOptionChanged(FileOption.RUBY_PACKAGE, "ruby_package"),
            new FileOptionChanged(FileOption.SWIFT_PREFIX, "swift_prefix"),
            new SyntaxChanged(),
            TypeDeleted.message(),
            new DescriptorAccessorRemoved(),
            new MessageJsonFormatChanged(),
            new RequiredFieldsChanged(),
            new OneofDeleted(),
            PackageTypeDeleted.enumType(),
            new PackageExtensionDeleted(),
            PackageTypeDeleted.message(),
            new PackageDeleted(),
            new PackageServiceDeleted(),
            new ReservedEnumDeleted(),
            new ReservedMessageDeleted(),
            new RpcDeleted(),
            new RpcClientStreamingChanged(),
            new RpcIdempotencyChanged(),
            new RpcRequestTypeChanged(),
            new RpcResponseTypeChanged(),
            new RpcServerStreamingChanged(),
            new ServiceDeleted());

    private Catalogue() {}

    /** All rules, by id. */
    public static List<Rule> rules() {
        return RULES;
    }
}
