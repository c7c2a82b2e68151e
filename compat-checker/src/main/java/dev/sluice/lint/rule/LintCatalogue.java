package dev.sluice.lint.rule;

import java.util.List;

/** Every rule there is. */
public final class LintCatalogue {
    private static final List<LintRule> RULES = List.of(
            Commented.enums(),
            Commented.enumValues(),
            Commented.fields(),
            Commented.messages(),
            Commented.oneofs(),
            Commented.rpcs(),
            Commented.services(),
            new DirectoryWithPackages(),
            new FirstValueNotZero(),
            new AliasAllowed(),
            NameStyled.enums(),
            new ValuePrefixMissing(),
            NameStyled.enumValues(),
            new ZeroValueSuffixMissing(),
            NameStyled.fields(),
            new FieldRequired(),
            new FieldNamedDescriptor(),
            new FileNameStyle(),
            new ImportPublic(),
            new ImportUnused(),
            NameStyled.messages(),
            NameStyled.oneofs(),
            new PackageMissing(),
            new PackageNotLikeDirectory(),
            new PackageNameStyle(),
            new PackageImportCycle(),
            PackageOptionDiffers.csharpNamespace(),
            new PackageInDirectories(),
            PackageOptionDiffers.goPackage(),
            PackageOptionDiffers.javaMultipleFiles(),
            PackageOptionDiffers.javaPackage(),
            PackageOptionDiffers.phpNamespace(),
            PackageOptionDiffers.rubyPackage(),
            PackageOptionDiffers.swiftPrefix(),
            new PackageVersionMissing(),
            new ConstraintFlawed(),
            RpcStreams.client(),
            RpcStreams.server(),
            NameStyled.rpcs(),
            new RpcTypesShared(),
            RpcTypeName.request(),
            RpcTypeName.response(),
            NameStyled.services(),
            new ServiceSuffixMissing(),
            new StableImportsUnstable(),
            new SyntaxMissing());

    private LintCatalogue() {}

    /** All rules, by id. */
    public static List<LintRule> rules() {
        return RULES;
    }
}
