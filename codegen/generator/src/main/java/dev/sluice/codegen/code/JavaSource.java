package dev.sluice.codegen.code;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A Java file.
 *
 * @param comment what its first line says
 */
public record JavaSource(String packageName, TypeSpec type, String comment) {
    /** The path from the root of the sources. */
    public String path() {
        return packageName.replace('.', '/') + "/" + type.name() + ".java";
    }

    /** The whole text. */
    public String text() {
        Outline outline = new Outline();
        StringBuilder printed = new StringBuilder();
        try {
            JavaFile.builder(packageName, type.declared(outline))
                    .addFileComment("$L", comment)
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .writeTo(printed);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder throws none", e);
        }
        return outline.fill(printed);
    }
}
