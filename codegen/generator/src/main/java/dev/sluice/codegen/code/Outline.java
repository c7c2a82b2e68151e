package dev.sluice.codegen.code;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The code of one file, for which marks stand in what JavaPoet prints. A mark says which code it is, and then names the types of
 * that code as they are called at this place, so that it is JavaPoet which resolves and imports them.
 */
final class Outline {
    /** Control characters, which are in no generated text: schemas' are escaped or blanked. */
    private static final char PART = '\u0001';

    private static final char END = '\u0002';

    /** Before a mark that stands for the whole line it is in. */
    private static final char LINE = '\u0003';

    private static final String JAVADOC = "* ";

    private final List<Part> parts = new ArrayList<>();

    /** Code that was taken out, with the keys of the types it names. */
    private record Part(CodeBlock code, List<String> types) {}

    /** What stands for code or Javadoc: nothing for none. */
    com.palantir.javapoet.CodeBlock markOf(CodeBlock code) {
        return code.isEmpty() ? com.palantir.javapoet.CodeBlock.of("") : mark(code, "");
    }

    /** What stands for fields and methods: a field in their place. */
    com.palantir.javapoet.FieldSpec placeOf(CodeBlock members, Set<Modifier> modifiers) {
        return com.palantir.javapoet.FieldSpec.builder(TypeName.INT, "members", modifiers.toArray(Modifier[]::new))
                .initializer(mark(members, String.valueOf(LINE)))
                .build();
    }

    private com.palantir.javapoet.CodeBlock mark(CodeBlock code, String before) {
        Map<String, Object> types = Types.of(code);
        com.palantir.javapoet.CodeBlock.Builder mark = com.palantir.javapoet.CodeBlock.builder();
        mark.add("$L", before + PART + parts.size());
        for (Object type : types.values()) {
            mark.add(PART + "$T", type);
        }
        parts.add(new Part(code, List.copyOf(types.keySet())));
        return mark.add(String.valueOf(END)).build();
    }

    /** The text of the file: what was printed, with the code in the place of the marks. */
    String fill(CharSequence printed) {
        String marked = printed.toString();
        StringBuilder text = new StringBuilder(8 * marked.length());
        int from = 0;
        for (int at = marked.indexOf(PART); at >= 0; at = marked.indexOf(PART, from)) {
            int start = marked.lastIndexOf('\n', at) + 1;
            int code = start;
            while (marked.charAt(code) == ' ') {
                code++;
            }
            boolean isLine = marked.charAt(at - 1) == LINE;
            int end = marked.indexOf(END, at);
            text.append(marked, from, isLine ? code : at);
            boolean isJavadoc = marked.startsWith(JAVADOC, code);
            String margin = marked.substring(start, isJavadoc ? code - 1 : code);
            print(marked.substring(at + 1, end), new CodePrinter(text, margin, isJavadoc));
            // The end of the line is the one that JavaPoet has printed.
            if (text.charAt(text.length() - 1) == '\n') {
                text.setLength(text.length() - 1);
            }
            from = isLine ? marked.indexOf('\n', end) : end + 1;
        }
        return text.append(marked, from, marked.length()).toString();
    }

    private void print(String mark, CodePrinter printer) {
        String[] names = mark.split(String.valueOf(PART));
        Part part = parts.get(Integer.parseInt(names[0]));
        Map<String, String> called = new HashMap<>();
        for (int i = 1; i < names.length; i++) {
            called.put(part.types().get(i - 1), names[i]);
        }
        printer.print(part.code(), type -> called.get(Types.key(type)));
    }
}
