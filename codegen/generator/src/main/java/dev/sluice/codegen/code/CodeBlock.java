package dev.sluice.codegen.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Code as text, with marks for the types it names and for its layout. JavaPoet's keeps a part for each argument, and prints each
 * part twice by regular expressions, which took half of the time of a generation.
 */
public final class CodeBlock {
    /** What the lines from a mark on look like. */
    enum Layout {
        INDENT,
        UNINDENT,
        /** A statement, to {@link #STATEMENT_END}: all but its first line are indented by two levels more. */
        STATEMENT,
        STATEMENT_END,
        /** The text of a Javadoc comment, to {@link #JAVADOC_END}. */
        JAVADOC,
        JAVADOC_END,
        /** Where a line ends if what stands before the next such place, or the end of the line, does not fit. */
        BREAK,
        /** As {@link #BREAK}, a space otherwise. */
        SPACE
    }

    private final String text;
    private final int[] offsets;
    private final Object[] marks;

    private CodeBlock(String text, int[] offsets, Object[] marks) {
        this.text = text;
        this.offsets = offsets;
        this.marks = marks;
    }

    /** The code of a format; see {@link Builder#add(String, Object...)}. */
    public static CodeBlock of(String format, @Nullable Object... arguments) {
        return builder().add(format, arguments).build();
    }

    /** All of the code, with the separator between. */
    public static CodeBlock join(Iterable<CodeBlock> blocks, String separator) {
        Builder joined = builder();
        Iterator<CodeBlock> rest = blocks.iterator();
        while (rest.hasNext()) {
            joined.add(rest.next());
            if (rest.hasNext()) {
                joined.text.append(separator);
            }
        }
        return joined.build();
    }

    /** Collects as {@link #join} does. */
    public static Collector<CodeBlock, ?, CodeBlock> joining(String separator) {
        return Collectors.collectingAndThen(Collectors.toList(), blocks -> join(blocks, separator));
    }

    /** A builder without code. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with this code. */
    public Builder toBuilder() {
        return builder().add(this);
    }

    /** Whether there is no code. */
    public boolean isEmpty() {
        return text.isEmpty() && marks.length == 0;
    }

    /** The text between the marks. */
    String text() {
        return text;
    }

    /** Where a mark is in the text. */
    int offset(int mark) {
        return offsets[mark];
    }

    /** Each a {@link Layout}, or a {@link TypeName} or {@link Class} that is named there. */
    Object[] marks() {
        return marks;
    }

    /** Whether other code is printed alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeBlock code
                && text.equals(code.text)
                && toString().equals(code.toString());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The code with the full names of types. */
    @Override
    public String toString() {
        StringBuilder printed = new StringBuilder(text.length());
        new CodePrinter(printed, "", false).print(this, Types::fullName);
        return printed.toString();
    }

    /** Puts code together. */
    public static final class Builder {
        private static final int[] NO_OFFSETS = {};
        private static final Object[] NO_MARKS = {};

        private final StringBuilder text = new StringBuilder();
        private int[] offsets = NO_OFFSETS;
        private Object[] marks = NO_MARKS;
        private int count;

        private Builder() {}

        /**
         * Adds what a format says: {@code $L} is an argument as it is, {@code $N} the name of an argument, {@code $S} a string
         * literal, {@code $T} a type, {@code $>} and {@code $<} change the indentation, {@code $$} is a dollar.
         *
         * @throws IllegalArgumentException if the format has anything else after a dollar, or does not use all arguments
         */
        public Builder add(String format, @Nullable Object... arguments) {
            int argument = 0;
            int from = 0;
            for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
                text.append(format, from, at);
                char kind = format.charAt(at + 1);
                switch (kind) {
                    case 'L' -> addLiteral(arguments[argument++]);
                    case 'N' -> text.append(Names.of(arguments[argument++]));
                    case 'S' -> StringLiteral.append(String.valueOf(arguments[argument++]), text);
                    case 'T' -> type(arguments[argument++]);
                    case '>' -> mark(Layout.INDENT);
                    case '<' -> mark(Layout.UNINDENT);
                    case '$' -> text.append('$');
                    default -> throw new IllegalArgumentException("$" + kind + " in " + format);
                }
                from = at + 2;
            }
            text.append(format, from, format.length());
            if (argument != arguments.length) {
                throw new IllegalArgumentException("unused arguments of " + format);
            }
            return this;
        }

        private void addLiteral(@Nullable Object argument) {
            if (argument instanceof CodeBlock code) {
                add(code);
            } else {
                text.append(argument);
            }
        }

        /** Adds code. */
        public Builder add(CodeBlock code) {
            int start = text.length();
            int added = code.marks.length;
            reserve(added);
            for (int i = 0; i < added; i++) {
                offsets[count + i] = start + code.offsets[i];
            }
            System.arraycopy(code.marks, 0, marks, count, added);
            count += added;
            text.append(code.text);
            return this;
        }

        /** Adds text that is no format. */
        Builder text(String added) {
            text.append(added);
            return this;
        }

        /** Adds a type; a class as it is, since making a name of it takes long. */
        private void type(@Nullable Object type) {
            if (type instanceof Class<?> named && !named.isPrimitive() && !named.isArray()) {
                mark(named);
            } else {
                type(type instanceof Type ofJava ? TypeName.get(ofJava) : (TypeName) Objects.requireNonNull(type));
            }
        }

        /** Adds a type: what it is made of, so that few types are marked. */
        Builder type(TypeName type) {
            if (type.isAnnotated()) {
                return mark(type);
            }
            if (type instanceof ParameterizedTypeName parameterized) {
                type(parameterized.rawType());
                String before = "<";
                for (TypeName argument : parameterized.typeArguments()) {
                    text.append(before);
                    type(argument);
                    before = ", ";
                }
                return text(">");
            }
            if (type instanceof ArrayTypeName array) {
                return type(array.componentType()).text("[]");
            }
            boolean isNamed = type instanceof ClassName || type instanceof WildcardTypeName;
            return isNamed ? mark(type) : text(type.toString());
        }

        /** Adds a {@link Layout} or a type. */
        Builder mark(Object mark) {
            reserve(1);
            offsets[count] = text.length();
            marks[count++] = mark;
            return this;
        }

        private void reserve(int more) {
            if (count + more > marks.length) {
                int size = Math.max(count + more, 2 * count);
                offsets = Arrays.copyOf(offsets, size);
                marks = Arrays.copyOf(marks, size);
            }
        }

        /** Adds a statement; all but its first line are indented by two levels more. */
        public Builder addStatement(String format, @Nullable Object... arguments) {
            mark(Layout.STATEMENT);
            add(format, arguments);
            text.append(";\n");
            mark(Layout.STATEMENT_END);
            return this;
        }

        /** Adds a statement. */
        public Builder addStatement(CodeBlock statement) {
            return addStatement("$L", statement);
        }

        /** Opens a block after {@code if (...)}, {@code for (...)} and the like. */
        public Builder beginControlFlow(String format, @Nullable Object... arguments) {
            add(format, arguments);
            text.append(" {\n");
            return indent();
        }

        /** Closes a block and opens one after {@code else} and the like. */
        public Builder nextControlFlow(String format, @Nullable Object... arguments) {
            unindent();
            text.append("} ");
            return beginControlFlow(format, arguments);
        }

        /** Closes a block. */
        public Builder endControlFlow() {
            unindent();
            text.append("}\n");
            return this;
        }

        /** Closes a block that a {@code while (...)} follows. */
        public Builder endControlFlow(String format, @Nullable Object... arguments) {
            unindent();
            text.append("} ");
            add(format, arguments);
            text.append(";\n");
            return this;
        }

        /** Indents the lines from here on by a level more. */
        public Builder indent() {
            mark(Layout.INDENT);
            return this;
        }

        /** Indents the lines from here on by a level less. */
        public Builder unindent() {
            mark(Layout.UNINDENT);
            return this;
        }

        boolean isEmpty() {
            return text.length() == 0 && count == 0;
        }

        /** The code so far. */
        public CodeBlock build() {
            return new CodeBlock(text.toString(), Arrays.copyOf(offsets, count), Arrays.copyOf(marks, count));
        }
    }
}
