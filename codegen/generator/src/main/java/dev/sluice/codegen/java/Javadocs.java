package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.Service;

/** Javadoc made from the comments of the schema. */
public final class Javadocs {
    /** {@code deprecated} of FieldOptions, MessageOptions, EnumOptions. */
    private static final int DEPRECATED = 3;

    private static final int DEPRECATED_VALUE = 1;

    /** {@code deprecated} of ServiceOptions, MethodOptions. */
    private static final int DEPRECATED_SERVICE = 33;

    private final Sources sources;

    Javadocs(Sources sources) {
        this.sources = sources;
    }

    static boolean isDeprecated(Element element) {
        return element.options().bool(deprecated(element), false);
    }

    private static int deprecated(Element element) {
        if (element instanceof Service || element instanceof Rpc) {
            return DEPRECATED_SERVICE;
        }
        return element instanceof EnumValue ? DEPRECATED_VALUE : DEPRECATED;
    }

    /** The element's comment, else a sentence that names it; then what else there is to say. */
    CodeBlock of(Element element, String... more) {
        StringBuilder text = new StringBuilder(
                sources.comment(element).map(Javadocs::html).orElse("{@code " + element.name() + "}."));
        for (String sentence : more) {
            if (!sentence.isEmpty()) {
                text.append("\n\n<p>").append(sentence);
            }
        }
        if (isDeprecated(element)) {
            text.append("\n\n@deprecated the schema says so");
        }
        return CodeBlock.of("$L\n", text);
    }

    /** Comment text as HTML that is shown as it was written: nothing in it is markup, a tag, a Unicode escape or turns text. */
    public static String html(String comment) {
        StringBuilder html = new StringBuilder(comment.length() + 16);
        boolean blank = false;
        for (String line : comment.split("\n", -1)) {
            String stripped = line.stripTrailing();
            if (html.length() > 0) {
                html.append(stripped.isEmpty() && blank ? "" : "\n");
            }
            if (!stripped.isEmpty() && blank) {
                html.append("<p>");
            }
            blank = stripped.isEmpty();
            escape(stripped, html);
        }
        return html.toString();
    }

    private static void escape(String line, StringBuilder html) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '@' -> html.append("&#64;");
                case '\\' -> html.append("&#92;");
                case '*' -> html.append(i + 1 < line.length() && line.charAt(i + 1) == '/' ? "&#42;" : "*");
                case '{' -> html.append("&#123;");
                case '}' -> html.append("&#125;");
                case '\u0085', '\u2028', '\u2029' -> html.append('\n');
                default -> {
                    if (Literals.turns(c)) {
                        html.append(String.format("&#x%04X;", (int) c));
                    } else {
                        html.append(c < ' ' ? ' ' : c);
                    }
                }
            }
        }
    }
}
