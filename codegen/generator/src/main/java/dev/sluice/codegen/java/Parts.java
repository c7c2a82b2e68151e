package dev.sluice.codegen.java;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Code for many fields, over several methods: HotSpot compiles none of more than 8,000 bytes, and a class file holds none
 * of more than 64 KB.
 */
final class Parts {
    /** How many fields' code goes into one method. */
    static final int SIZE = 60;

    private final List<List<CodeBlock>> parts = new ArrayList<>();

    /** Divides the code of the fields. */
    Parts(List<CodeBlock> fields) {
        for (int i = 0; i < fields.size(); i += SIZE) {
            parts.add(fields.subList(i, Math.min(i + SIZE, fields.size())));
        }
        if (parts.isEmpty()) {
            parts.add(List.of());
        }
    }

    /** The name of the method with a part: no accessor has it, since no name in a schema has a dollar. */
    static String part(String name, int index) {
        return name + "$" + index;
    }

    /** All code if it is little, else calls of methods {@code name$0} to {@code name$N} that are added to {@code spec}. */
    CodeBlock inSequence(String name, TypeSpec.Builder spec, ParameterSpec... parameters) {
        if (parts.size() == 1) {
            return CodeBlock.join(parts.get(0), "");
        }
        CodeBlock arguments = Arrays.stream(parameters)
                .map(parameter -> CodeBlock.of("$N", parameter))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder calls = CodeBlock.builder();
        for (int i = 0; i < parts.size(); i++) {
            calls.addStatement("$L($L)", part(name, i), arguments);
            MethodSpec.Builder part = MethodSpec.methodBuilder(part(name, i)).addModifiers(Modifier.PRIVATE);
            for (ParameterSpec parameter : parameters) {
                part.addParameter(parameter);
            }
            spec.addMethod(part.addCode(CodeBlock.join(parts.get(i), "")).build());
        }
        return calls.build();
    }

    /** As {@link #inSequence}; the code changes {@code carried}, which every method takes and returns. */
    CodeBlock carrying(ParameterSpec carried, String name, TypeSpec.Builder spec, ParameterSpec parameter) {
        if (parts.size() == 1) {
            return CodeBlock.join(parts.get(0), "");
        }
        CodeBlock.Builder calls = CodeBlock.builder();
        for (int i = 0; i < parts.size(); i++) {
            calls.addStatement("$N = $L($N, $N)", carried, part(name, i), parameter, carried);
            spec.addMethod(MethodSpec.methodBuilder(part(name, i))
                    .addModifiers(Modifier.PRIVATE)
                    .returns(carried.type())
                    .addParameter(parameter)
                    .addParameter(carried)
                    .addCode(CodeBlock.join(parts.get(i), ""))
                    .addStatement("return $N", carried)
                    .build());
        }
        return calls.build();
    }

    /**
     * A switch over {@code selector} with all cases; where they are many, what the first switch does not know goes to
     * another method with a switch.
     */
    CodeBlock inSwitch(
            String name, TypeSpec.Builder spec, ParameterSpec selector, ParameterSpec in, CodeBlock otherwise) {
        for (int i = 1; i < parts.size(); i++) {
            spec.addMethod(MethodSpec.methodBuilder(part(name, i))
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(selector)
                    .addParameter(in)
                    .addCode(oneSwitch(i, name, selector, in, otherwise))
                    .build());
        }
        return oneSwitch(0, name, selector, in, otherwise);
    }

    private CodeBlock oneSwitch(int part, String name, ParameterSpec selector, ParameterSpec in, CodeBlock otherwise) {
        CodeBlock last =
                part + 1 == parts.size() ? otherwise : CodeBlock.of("$L($N, $N)", part(name, part + 1), selector, in);
        return CodeBlock.builder()
                .beginControlFlow("switch ($N)", selector)
                .add(CodeBlock.join(parts.get(part), ""))
                .addStatement("default -> $L", last)
                .endControlFlow()
                .build();
    }

    /** A condition that holds where all of these do; where they are many, of methods that take {@code parameter}. */
    static CodeBlock allOf(List<CodeBlock> conditions, String name, TypeSpec.Builder spec, ParameterSpec parameter) {
        Parts parts = new Parts(conditions);
        if (parts.parts.size() == 1) {
            return CodeBlock.join(conditions, "\n&& ");
        }
        List<CodeBlock> calls = new ArrayList<>();
        for (int i = 0; i < parts.parts.size(); i++) {
            calls.add(CodeBlock.of("$L($N)", part(name, i), parameter));
            spec.addMethod(MethodSpec.methodBuilder(part(name, i))
                    .addModifiers(Modifier.PRIVATE)
                    .returns(TypeName.BOOLEAN)
                    .addParameter(parameter)
                    .addStatement("return $L", CodeBlock.join(parts.parts.get(i), "\n&& "))
                    .build());
        }
        return CodeBlock.join(calls, "\n&& ");
    }
}
