package dev.sluice.codegen.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** JavaPoet says what a file looks like. */
class JavaSourceTest {
    private static final ClassName TYPE = ClassName.get("shop.v1", "Order");
    private static final ClassName NESTED = TYPE.nestedClass("List");
    private static final ClassName OTHER = ClassName.get("other.v1", "Order", "Line");
    private static final TypeName LINES = ParameterizedTypeName.get(
            ClassName.get(List.class), WildcardTypeName.subtypeOf(OTHER), ArrayTypeName.of(TypeName.INT));
    private static final AnnotationSpec UNCHECKED = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "unchecked")
            .build();
    private static final String JAVADOC = "About {@link $T}.\n\n<p>More.\n";
    private static final String STATEMENT = "return $T.hash(this.lines,\n$S,\n$T.class)";
    private static final String TEXT = "a\t\"b\"\nc\u0007";

    @Test
    void aClassIsWhatJavaPoetPrints() {
        TypeSpec ours = TypeSpec.classBuilder(TYPE)
                .addJavadoc(JAVADOC, OTHER)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(MethodSpec.methodBuilder("hash")
                        .addJavadoc(JAVADOC, NESTED)
                        .addAnnotation(UNCHECKED)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.INT)
                        .addParameter(LINES, "someLinesOfAnOrder")
                        .addParameter(NESTED, "anotherListOfThem")
                        .addParameter(OTHER, "oneLine")
                        .beginControlFlow("if (oneLine == null)")
                        .addStatement(STATEMENT, Objects.class, TEXT, NESTED)
                        .nextControlFlow("else")
                        .addStatement("return $L", CodeBlock.of("$$1 + $N", "oneLine"))
                        .endControlFlow()
                        .build())
                .addMethod(MethodSpec.constructorBuilder().build())
                .addField(LINES, "lines", Modifier.PRIVATE)
                .addField(FieldSpec.builder(OTHER, "NONE", Modifier.STATIC)
                        .addJavadoc(JAVADOC, NESTED)
                        .initializer("new $T(\n$S)", OTHER, TEXT)
                        .build())
                .addType(TypeSpec.classBuilder(NESTED).build())
                .build();
        com.palantir.javapoet.TypeSpec theirs = com.palantir.javapoet.TypeSpec.classBuilder(TYPE)
                .addJavadoc(JAVADOC, OTHER)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(com.palantir.javapoet.MethodSpec.methodBuilder("hash")
                        .addJavadoc(JAVADOC, NESTED)
                        .addAnnotation(UNCHECKED)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.INT)
                        .addParameter(LINES, "someLinesOfAnOrder")
                        .addParameter(NESTED, "anotherListOfThem")
                        .addParameter(OTHER, "oneLine")
                        .beginControlFlow("if (oneLine == null)")
                        .addStatement(STATEMENT, Objects.class, TEXT, NESTED)
                        .nextControlFlow("else")
                        .addStatement("return $L", com.palantir.javapoet.CodeBlock.of("$$1 + $N", "oneLine"))
                        .endControlFlow()
                        .build())
                .addMethod(com.palantir.javapoet.MethodSpec.constructorBuilder().build())
                .addField(LINES, "lines", Modifier.PRIVATE)
                .addField(com.palantir.javapoet.FieldSpec.builder(OTHER, "NONE", Modifier.STATIC)
                        .addJavadoc(JAVADOC, NESTED)
                        .initializer("new $T(\n$S)", OTHER, TEXT)
                        .build())
                .addType(com.palantir.javapoet.TypeSpec.classBuilder(NESTED).build())
                .build();
        assertThat(new JavaSource(TYPE.packageName(), ours, "Generated.").text())
                .isEqualTo(printed(theirs));
    }

    @Test
    void anInterfaceIsWhatJavaPoetPrints() {
        Modifier[] constant = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};
        TypeSpec ours = TypeSpec.interfaceBuilder(TYPE)
                .addField(FieldSpec.builder(OTHER, "NONE", constant)
                        .initializer("null")
                        .build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .build())
                .build();
        com.palantir.javapoet.TypeSpec theirs = com.palantir.javapoet.TypeSpec.interfaceBuilder(TYPE)
                .addField(com.palantir.javapoet.FieldSpec.builder(OTHER, "NONE", constant)
                        .initializer("null")
                        .build())
                .addMethod(com.palantir.javapoet.MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .build())
                .build();
        assertThat(new JavaSource(TYPE.packageName(), ours, "Generated.").text())
                .isEqualTo(printed(theirs));
    }

    @Test
    void codeThatIsPrintedAlikeIsEqual() {
        CodeBlock code = CodeBlock.of("new $T($S)", OTHER, TEXT);
        assertThat(code).isEqualTo(CodeBlock.of("new $L", CodeBlock.of("$T($S)", OTHER, TEXT)));
        assertThat(code).isNotEqualTo(CodeBlock.of("new $T($S)", NESTED, TEXT));
    }

    @Test
    void anArgumentThatNoFormatUsesIsRefused() {
        assertThatThrownBy(() -> CodeBlock.of("$L", 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String printed(com.palantir.javapoet.TypeSpec type) {
        return JavaFile.builder(TYPE.packageName(), type)
                .addFileComment("Generated.")
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
    }
}
