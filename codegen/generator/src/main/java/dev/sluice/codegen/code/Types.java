package dev.sluice.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types that code names. */
final class Types {
    private Types() {}

    /** Each type once, by key, in the order of appearance. */
    static Map<String, Object> of(CodeBlock code) {
        Map<String, Object> types = new LinkedHashMap<>();
        for (Object mark : code.marks()) {
            if (!(mark instanceof CodeBlock.Layout)) {
                types.putIfAbsent(key(mark), mark);
            }
        }
        return types;
    }

    /** What the type is called everywhere. */
    static String fullName(Object type) {
        return type instanceof Class<?> named ? named.getCanonicalName() : type.toString();
    }

    /** What tells types apart; JavaPoet compares them by printing them. */
    static String key(Object type) {
        if (!(type instanceof ClassName name)) {
            return fullName(type);
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
