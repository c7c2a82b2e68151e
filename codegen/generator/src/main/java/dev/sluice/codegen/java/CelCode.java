package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression.
 *
 * @param source gives the Java expression, one operand
 * @param type its type in the expression language
 * @param form how a number or bool is held in Java
 * @param constant its value where that is known, in the form the runtime's Format describes; a message is a MessageValue
 * @param bits of an int or uint, how many bits its values can have; 64 where they can be any
 * @param mayFail whether evaluating it can throw
 * @param dynamic whether its type is not to be relied on before it is evaluated
 * @param elements how its elements are read where it is a list or map, else null
 * @param presence a Java condition for it not being null, where it can be
 */
record CelCode(
        Supplier<CodeBlock> source,
        CelType type,
        Form form,
        @Nullable Object constant,
        int bits,
        boolean mayFail,
        boolean dynamic,
        @Nullable Elements elements,
        @Nullable CodeBlock presence) {

    /** The bits of a size, which is an int that is never negative; no other int is said to have so many. */
    static final int SIZE_BITS = 31;

    /** How a number or bool is held in Java. */
    enum Form {
        /** As long, double or boolean; what is no number or bool counts here too. */
        PLAIN,
        /** As int or float. */
        NARROW,
        /** As an object. */
        BOXED
    }

    /**
     * How elements of a list or map are held.
     *
     * @param key the code for an object that is a key
     * @param value the code for an object that is an element or value
     * @param toKey the Java expression of an object that can be a key of the map
     */
    record Elements(
            Function<CodeBlock, CelCode> key, Function<CodeBlock, CelCode> value, Function<CelCode, CodeBlock> toKey) {}

    static CelCode of(CodeBlock java, CelType type) {
        return new CelCode(() -> java, type, Form.PLAIN, null, 64, false, false, null, null);
    }

    static CelCode of(String format, CelType type, Object... arguments) {
        return of(CodeBlock.of(format, arguments), type);
    }

    static CelCode number(CodeBlock java, CelType type, int bits) {
        return new CelCode(() -> java, type, Form.PLAIN, null, bits, false, false, null, null);
    }

    static CelCode list(CodeBlock java, CelType element, Function<CodeBlock, CelCode> value) {
        return new CelCode(
                () -> java,
                CelType.list(element),
                Form.PLAIN,
                null,
                64,
                false,
                false,
                new Elements(value, value, CelCode::java),
                null);
    }

    CodeBlock java() {
        return source.get();
    }

    /** The Java expression as long, double or boolean where it is a number or bool. */
    CodeBlock plain() {
        if (form == Form.PLAIN) {
            return java();
        }
        String cast = is(CelType.Kind.DOUBLE) ? "double" : is(CelType.Kind.BOOL) ? "boolean" : "long";
        return CodeBlock.of("(($L) $L)", cast, java());
    }

    /** The Java expression, primitive where it is a number or bool. */
    CodeBlock primitive() {
        return form == Form.BOXED ? plain() : java();
    }

    boolean isConstant() {
        return constant != null;
    }

    boolean is(CelType.Kind kind) {
        return type.kind() == kind;
    }

    CelCode failing(boolean alsoMayFail) {
        return new CelCode(source, type, form, constant, bits, mayFail || alsoMayFail, dynamic, elements, presence);
    }

    CelCode asDynamic() {
        return new CelCode(source, type, form, constant, bits, mayFail, true, elements, presence);
    }

    CelCode nullable(CodeBlock isThere) {
        return new CelCode(source, type, form, constant, bits, mayFail, dynamic, elements, isThere);
    }

    CelCode narrow() {
        return held(Form.NARROW);
    }

    CelCode held(Form as) {
        return new CelCode(source, type, as, constant, bits, mayFail, dynamic, elements, presence);
    }

    Elements parts() {
        return elements == null ? new Elements(code -> this, code -> this, CelCode::java) : elements;
    }
}
