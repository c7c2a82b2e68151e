package dev.sluice.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.code.MethodSpec;
import dev.sluice.codegen.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The switch of a message that is read. Encoders write fields in the order of their numbers, so the code of a field falls
 * through to that of the next where the next tag is that one's, which saves most of the time a message takes: no tag is
 * decoded, no case looked for. Many fields go over several methods, as in {@link Parts}.
 */
final class TagSwitch {
    /** Cases that fall through raise a warning of javac, which is not meant for generated code. */
    static final AnnotationSpec FALLS_THROUGH = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "fallthrough")
            .build();

    private final List<List<Case>> parts = new ArrayList<>();

    /**
     * What to do at a tag.
     *
     * @param repeats whether the same tag is likely to follow
     * @param usual whether an encoder writes this tag between those before and after it, rather than instead of one
     */
    record Case(int tag, boolean repeats, boolean usual, CodeBlock code) {}

    TagSwitch(List<Case> cases) {
        for (int i = 0; i < cases.size(); i += Parts.SIZE) {
            parts.add(cases.subList(i, Math.min(i + Parts.SIZE, cases.size())));
        }
    }

    /** The switch; where the cases are many, what it does not know goes to another method with a switch. */
    CodeBlock code(String name, TypeSpec.Builder spec, ParameterSpec tag, ParameterSpec in, CodeBlock otherwise) {
        for (int i = 1; i < parts.size(); i++) {
            spec.addMethod(MethodSpec.methodBuilder(name + i)
                    .addAnnotation(FALLS_THROUGH)
                    .addModifiers(Modifier.PRIVATE)
                    .returns(TypeName.VOID)
                    .addParameter(tag)
                    .addParameter(in)
                    .addCode(oneSwitch(i, name, tag, in, otherwise))
                    .build());
        }
        return parts.isEmpty() ? CodeBlock.of("$L;\n", otherwise) : oneSwitch(0, name, tag, in, otherwise);
    }

    private CodeBlock oneSwitch(int part, String name, ParameterSpec tag, ParameterSpec in, CodeBlock otherwise) {
        List<Case> usual = parts.get(part).stream().filter(Case::usual).toList();
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch ($N)", tag);
        for (int i = 0; i < usual.size(); i++) {
            add(usual.get(i), code);
            if (i + 1 < usual.size() && canFollow(usual.get(i + 1).tag())) {
                code.beginControlFlow("if (!$L)", next(usual.get(i + 1).tag()))
                        .addStatement("break")
                        .endControlFlow();
            } else {
                code.addStatement("break");
            }
        }
        parts.get(part).stream().filter(other -> !other.usual()).forEach(other -> {
            add(other, code);
            code.addStatement("break");
        });
        CodeBlock last = part + 1 == parts.size() ? otherwise : CodeBlock.of("$L$L($N, $N)", name, part + 1, tag, in);
        return code.addStatement("default: $L", last).endControlFlow().build();
    }

    private static void add(Case one, CodeBlock.Builder code) {
        code.beginControlFlow("case $L:", one.tag());
        if (one.repeats() && canFollow(one.tag())) {
            code.beginControlFlow("do").add(one.code()).endControlFlow("while ($L)", next(one.tag()));
        } else {
            code.add(one.code());
        }
        code.endControlFlow();
    }

    /** Whether the reader can look for a tag: such as have one or two bytes. */
    private static boolean canFollow(int tag) {
        return tag >>> 14 == 0;
    }

    private static CodeBlock next(int tag) {
        return CodeBlock.of(tag < 128 ? "in.next($L)" : "in.nextWide($L)", tag);
    }
}
