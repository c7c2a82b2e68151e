package dev.sluice.codegen.code;

import com.palantir.javapoet.ParameterSpec;
import org.jspecify.annotations.Nullable;

/** What a declaration is called in code. */
final class Names {
    private Names() {}

    /** The name of a declaration, or a name itself. */
    static String of(@Nullable Object named) {
        if (named instanceof CharSequence name) {
            return name.toString();
        }
        if (named instanceof ParameterSpec parameter) {
            return parameter.name();
        }
        throw new IllegalArgumentException("this has no name: " + named);
    }
}
