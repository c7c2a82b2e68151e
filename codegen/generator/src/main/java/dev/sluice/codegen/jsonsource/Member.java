package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.java.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member of an object that its schema declares.
 *
 * @param name in JSON
 * @param javaName the accessor
 * @param declaring the schema that describes it
 * @param view what its value has to satisfy
 * @param required whether it has to be there
 * @param type the Java type of values other than null
 * @param nullable whether null is a value
 */
record Member(
        String name,
        String javaName,
        SchemaNode declaring,
        View view,
        boolean required,
        TypeName type,
        boolean nullable) {

    String capital() {
        return JavaNames.capital(javaName);
    }

    boolean isList() {
        return type instanceof ParameterizedTypeName of && of.rawType().equals(ClassName.get(List.class));
    }

    boolean isMap() {
        return type instanceof ParameterizedTypeName of && of.rawType().equals(ClassName.get(Map.class));
    }

    /** The elements of a list or the values of a map. */
    TypeName element() {
        List<TypeName> arguments = ((ParameterizedTypeName) type).typeArguments();
        return arguments.get(arguments.size() - 1);
    }

    boolean isCollection() {
        return isList() || isMap();
    }

    /** The type of the field that holds it in a built object; null where it is absent. */
    TypeName stored() {
        TypeName held = held();
        return required ? held : Methods.nullable(held.box());
    }

    /** The type of values, null included. */
    TypeName held() {
        return nullable ? ParameterizedTypeName.get(ClassName.get(Optional.class), type.box()) : type;
    }

    /** The constant that reads, writes and checks it. */
    String form() {
        return "FORM_" + javaName;
    }

    CodeBlock self() {
        return CodeBlock.of("this.$N", javaName);
    }
}
