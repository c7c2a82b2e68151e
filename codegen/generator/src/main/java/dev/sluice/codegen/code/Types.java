package dev.sluice.codegen.code;

import com.palantir.javapoet.TypeName;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** The types that code names, each instance once, in the order of appearance. */
final class Types {
    private Types() {}

    static List<Object> of(CodeBlock code) {
        List<Object> types = new ArrayList<>();
        for (Object mark : code.marks()) {
            if (!(mark instanceof CodeBlock.Layout) && indexOf(mark, types) < 0) {
                types.add(mark);
            }
        }
        return types;
    }

    /** Where this instance is; types that are equal may be in the list more than once, since comparing them takes long. */
    static int indexOf(Object type, List<Object> types) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) == type) {
                return i;
            }
        }
        return -1;
    }

    static String fullName(Object type) {
        return type instanceof Type ofJava ? TypeName.get(ofJava).toString() : type.toString();
    }
}
