package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.List;

/** Packages are in lower_snake.case. */
final class PackageNameStyle extends ElementRule<SchemaFile> {
    PackageNameStyle() {
        super(
                SchemaFile.class,
                "PACKAGE_LOWER_SNAKE_CASE",
                "The parts of a package are in lower_snake_case.",
                "packages and folders made from it break where capitals do not count",
                "Write all parts in lower_snake_case.",
                LintCategory.BASIC);
    }

    @Override
    void check(SchemaFile file, Inspection inspection) {
        if (file.packageName().isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (String part : file.packageName().split("\\.")) {
            parts.add(NameStyle.LOWER_SNAKE_CASE.apply(part));
        }
        String styled = String.join(".", parts);
        if (!styled.equals(file.packageName())) {
            inspection.add(
                    this,
                    Spot.packageOf(file),
                    "package \"" + file.packageName() + "\" is not in lower_snake.case like \"" + styled + "\"");
        }
    }
}
