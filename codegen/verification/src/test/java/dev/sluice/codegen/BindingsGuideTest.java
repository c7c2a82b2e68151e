package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.model.SchemaSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guide compile without a warning, and print what their comments say. */
class BindingsGuideTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void theExamplesPrintWhatTheySay() throws IOException, ReflectiveOperationException {
        String guide = Files.readString(Schemas.root().resolve("docs/bindings.md"));
        SchemaSet set = Schemas.of(folder, String.join("\n", blocks(guide, "proto")));
        List<String> examples = blocks(guide, "java");
        List<GeneratedFile> files = new ArrayList<>(Generator.generate(set, GeneratorOptions.DEFAULTS));
        files.add(new GeneratedFile("Guide.java", program(examples)));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Compiled.of(files)
                .loadClass("Guide")
                .getMethod("run", PrintStream.class, byte[].class)
                .invoke(null, new PrintStream(printed, true, StandardCharsets.UTF_8), DescriptorSets.bytes(set));

        List<String> expected = examples.stream()
                .flatMap(String::lines)
                .flatMap(BindingsGuideTest::said)
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(expected);
    }

    private static List<String> blocks(String guide, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(guide);
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    /** What a line says is printed: its comment. */
    private static Stream<String> said(String line) {
        int comment = line.lastIndexOf("// ");
        return comment < 0 ? Stream.empty() : Stream.of(line.substring(comment + 3));
    }

    /** The examples as one method, in order, with a standard output of its own. */
    private static String program(List<String> examples) {
        Set<String> imports = new TreeSet<>();
        StringBuilder body = new StringBuilder();
        for (String line : examples.stream().flatMap(String::lines).toList()) {
            if (line.startsWith("import ")) {
                imports.add(line);
            } else {
                body.append(line).append('\n');
            }
        }
        return String.join("\n", imports) + "\n" + """
                public final class Guide {
                    private record Output(java.io.PrintStream out) {}

                    public static void run(java.io.PrintStream out, byte[] descriptorSet) throws Exception {
                        Output System = new Output(out);
                """ + body.toString().replace("System.out", "System.out()") + "}}\n";
    }
}
