package dev.sluice.codegen.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The code of one file, for which marks stand in what JavaPoet prints. A mark says which code it is, and then names the types of
 * that code as they are called at this place, so that it is JavaPoet which resolves and imports them.
 */
final class Outline {
    /** Control characters, which are in no generated text: schemas' are escaped or blanked. */
    private static final char PART = '\u0001';

    private static final char END = '\u0002';

    private final List<Part> parts = new ArrayList<>();

    /** Code that was taken out, with the types it names. */
    private record Part(CodeBlock code, List<Object> types) {}

    /** What stands for the code: nothing for none. */
    com.palantir.javapoet.CodeBlock markOf(CodeBlock code) {
        com.palantir.javapoet.CodeBlock.Builder mark = com.palantir.javapoet.CodeBlock.builder();
        if (!code.isEmpty()) {
            List<Object> types = Types.of(code);
            mark.add("$L", PART + Integer.toString(parts.size()));
            for (Object type : types) {
                mark.add(PART + "$T", type);
            }
            mark.add(String.valueOf(END));
            parts.add(new Part(code, types));
        }
        return mark.build();
    }

    /** The text of the file: what was printed, with the code in the place of the marks. */
    String fill(CharSequence printed) {
        String marked = printed.toString();
        StringBuilder text = new StringBuilder(4 * marked.length());
        int from = 0;
        for (int at = marked.indexOf(PART); at >= 0; at = marked.indexOf(PART, from)) {
            text.append(marked, from, at);
            int end = marked.indexOf(END, at);
            print(marked.substring(at + 1, end), margin(marked, at), text);
            from = end + 1;
        }
        return text.append(marked, from, marked.length()).toString();
    }

    private void print(String mark, String margin, StringBuilder to) {
        String[] names = mark.split(String.valueOf(PART));
        Part part = parts.get(Integer.parseInt(names[0]));
        Function<Object, String> called = type -> names[1 + Types.indexOf(type, part.types())];
        new CodePrinter(to, margin).print(part.code(), called);
        // The end of the line is the one that JavaPoet has printed.
        int last = to.length() - 1;
        if (to.charAt(last) == '\n') {
            to.setLength(last);
        }
    }

    /** What the line of a mark begins with: blanks, in Javadoc with an asterisk. */
    private static String margin(String marked, int at) {
        int start = marked.lastIndexOf('\n', at) + 1;
        int end = start;
        while (marked.charAt(end) == ' ') {
            end++;
        }
        return marked.startsWith("* ", end) ? marked.substring(start, end + 2) : marked.substring(start, end);
    }
}
