package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types that code names. */
final class Types {
    private Types() {}

    /** Each type once, by key, in the order of appearance. */
    static Map<String, TypeName> of(CodeBlock code) {
        Map<String, TypeName> types = new LinkedHashMap<>();
        for (Object mark : code.marks()) {
            if (mark instanceof TypeName type) {
                types.putIfAbsent(key(type), type);
            }
        }
        return types;
    }

    /** What tells types apart; JavaPoet compares them by printing them. */
    static String key(TypeName type) {
        if (!(type instanceof ClassName name)) {
            return type.toString();
        }
        if (!name.isAnnotated()) {
            return name.canonicalName();
        }
        StringBuilder key = new StringBuilder();
        for (AnnotationSpec annotation : name.annotations()) {
            key.append('@').append(key(annotation.type())).append(annotation.members());
        }
        return key.append(' ').append(name.canonicalName()).toString();
    }
}
