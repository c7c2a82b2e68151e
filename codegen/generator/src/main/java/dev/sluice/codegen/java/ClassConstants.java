package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.FieldSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The constants of one generated class that its constraints need, each once. */
final class ClassConstants {
    private final Map<String, CodeBlock> names = new LinkedHashMap<>();
    private final List<FieldSpec> fields = new ArrayList<>();

    /** A regular expression; it is known to be well-formed. */
    CodeBlock regex(String pattern) {
        return constant("PATTERN", Runtime.REGEX, CodeBlock.of("$T.of($L)", Runtime.REGEX, Literals.string(pattern)));
    }

    /** The set of characters of a pattern. */
    CodeBlock set(AsciiPattern of) {
        String low = Long.toHexString(of.low());
        String high = Long.toHexString(of.high());
        return constant("SET", Runtime.ASCII_SET, CodeBlock.of("$T.of(0x$LL, 0x$LL)", Runtime.ASCII_SET, low, high));
    }

    /** A set of texts. */
    CodeBlock texts(List<String> texts) {
        List<CodeBlock> literals =
                texts.stream().distinct().map(Literals::string).toList();
        return constant(
                "TEXTS",
                ParameterizedTypeName.get(ClassName.get(Set.class), Runtime.STRING),
                CodeBlock.of("$T.of($L)", Set.class, CodeBlock.join(literals, ", ")));
    }

    /** A value that takes an object. */
    CodeBlock constant(String stem, TypeName type, CodeBlock value) {
        return names.computeIfAbsent(stem + " " + value, absent -> {
            String name = stem + fields.size();
            fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(value)
                    .build());
            return CodeBlock.of("$N", name);
        });
    }

    void addTo(TypeSpec.Builder spec) {
        fields.forEach(spec::addField);
    }
}
