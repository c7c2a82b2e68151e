package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Generated files, compiled in memory with every warning an error, and loaded. */
public final class Compiled extends ClassLoader {
    private static final Pattern TOP_LEVEL = Pattern.compile("\n@GeneratedFrom\\(\"([^\"]+)\"\\)(?:\n@.*)*\npublic ");

    /** What shows code in another order than it is in. */
    private static final Pattern TURNING = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private final Map<String, byte[]> classes;
    private final Map<String, String> names;

    private Compiled(Map<String, byte[]> classes, Map<String, String> names) {
        super(Compiled.class.getClassLoader());
        this.classes = classes;
        this.names = names;
    }

    /** The class of the top-level type with this full name in the schema. */
    public String nameOf(String fullName) {
        return Objects.requireNonNull(names.get(fullName), fullName);
    }

    public static Compiled of(List<GeneratedFile> files) {
        assertThat(files).noneMatch(file -> TURNING.matcher(file.text()).find());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Memory memory = new Memory(compiler.getStandardFileManager(problems, null, null));
        List<Source> sources = files.stream().map(Source::new).toList();
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "--release",
                "17",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        boolean compiled = sources.isEmpty()
                || compiler.getTask(null, memory, problems, options, null, sources)
                        .call();
        assertThat(problems.getDiagnostics()).isEmpty();
        assertThat(compiled).isTrue();
        Map<String, byte[]> classes = new HashMap<>();
        memory.outputs.forEach((name, output) -> classes.put(name, output.content.toByteArray()));
        Map<String, String> names = new HashMap<>();
        for (GeneratedFile file : files) {
            Matcher type = TOP_LEVEL.matcher(file.text());
            if (type.find()) {
                names.put(type.group(1), file.path().replace(".java", "").replace('/', '.'));
            }
        }
        return new Compiled(classes, names);
    }

    /** The binary names of all classes. */
    public Set<String> classNames() {
        return classes.keySet();
    }

    /** The bytes of all class files together. */
    public int size() {
        return classes.values().stream().mapToInt(content -> content.length).sum();
    }

    /** All class files as a jar. */
    byte[] jar() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            for (Map.Entry<String, byte[]> type : new TreeMap<>(classes).entrySet()) {
                zip.putNextEntry(new ZipEntry(type.getKey().replace('.', '/') + ".class"));
                zip.write(type.getValue());
            }
        }
        return jar.toByteArray();
    }

    /** What was compiled counts before a class of that name on the class path. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!classes.containsKey(name)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = classes.get(name);
        if (content == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(GeneratedFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Output(String name) {
            super(URI.create("mem:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return content;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Output> outputs = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            return outputs.computeIfAbsent(className, Output::new);
        }
    }
}
