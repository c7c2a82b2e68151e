package dev.sluice.validation;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.runtime.Message;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The messages of one descriptor set: generated, compiled and loaded. */
final class Suite {
    private static final Pattern REFUSED = Pattern.compile(
            "constraint (.*) of ([\\w.]+) cannot be generated, because (.*); write it another way", Pattern.DOTALL);
    private static final int JAVA_PACKAGE = 1;

    private final SchemaSet set;
    private final ClassLoader classes;
    private final Map<String, String> refused = new HashMap<>();

    private Suite(SchemaSet set, ClassLoader classes) {
        this.set = set;
        this.classes = classes;
    }

    static Suite of(byte[] schemas, Path folder) throws IOException {
        ReadResult read = new SchemaReader(List.of()).readDescriptorSet("the suite's schemas", schemas);
        if (!(read instanceof ReadResult.Read ok)) {
            throw new IllegalStateException("the suite's schemas do not read: " + read);
        }
        List<Problem> problems = List.of();
        List<GeneratedFile> files;
        try {
            files = Generator.generate(ok.set(), GeneratorOptions.DEFAULTS);
        } catch (GenerationException e) {
            problems = e.problems();
            files = Generator.generate(ok.set(), new GeneratorOptions(false, true));
        }
        Suite suite = new Suite(ok.set(), compile(files, folder));
        for (Problem problem : problems) {
            Matcher matcher = REFUSED.matcher(problem.message());
            if (!matcher.find()) {
                throw new IllegalStateException(problem.toString());
            }
            suite.refused.put(matcher.group(2), matcher.group(3));
        }
        return suite;
    }

    private static ClassLoader compile(List<GeneratedFile> files, Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path source = folder.resolve("java").resolve(file.path());
            Files.createDirectories(source.getParent());
            Files.writeString(source, file.text());
            sources.add(source);
        }
        Path output = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            List<String> options = List.of(
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "--release",
                    "17",
                    "-cp",
                    classPath,
                    "-d",
                    output.toString());
            boolean compiled = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the generated files do not compile; see " + folder);
            }
        }
        return new URLClassLoader(new URL[] {output.toUri().toURL()}, Suite.class.getClassLoader());
    }

    /** Why no validation is generated for a message; empty where it is. */
    Optional<String> refused(String type) {
        for (Map.Entry<String, String> entry : refused.entrySet()) {
            String element = entry.getKey();
            boolean isField = element.startsWith(type + ".") && element.lastIndexOf('.') == type.length();
            if (element.equals(type) || isField) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    Message parse(String type, byte[] message) throws ReflectiveOperationException {
        Class<?> generated = load(className(set.message(type).orElseThrow()));
        try {
            return (Message) generated.getMethod("parseFrom", byte[].class).invoke(null, (Object) message);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Loads a class by its schema's name, or with the underscore that tells it from a name Java code needs. */
    private Class<?> load(String name) throws ClassNotFoundException {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException e) {
            return classes.loadClass(name + "_");
        }
    }

    private static String className(MessageType type) {
        if (type.parent().isPresent()) {
            return className(type.parent().get()) + "$" + type.name();
        }
        if (type.file().packageName().equals("google.protobuf")) {
            return "dev.sluice.runtime.wellknown." + type.name();
        }
        String inPackage =
                type.file().options().string(JAVA_PACKAGE).orElse(type.file().packageName());
        return inPackage + "." + type.name();
    }
}
