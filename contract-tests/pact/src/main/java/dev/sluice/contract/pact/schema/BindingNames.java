package dev.sluice.contract.pact.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The binary name of the class that the generator makes of each message: the file's java_package, else its package; nested as in the schema. */
final class BindingNames {
    private BindingNames() {}

    static Map<String, Descriptor> of(List<FileDescriptor> files, Map<String, String> javaPackages) {
        Map<String, Descriptor> names = new LinkedHashMap<>();
        for (FileDescriptor file : files) {
            String javaPackage = javaPackages.getOrDefault(file.getName(), file.getPackage());
            String prefix = javaPackage.isEmpty() ? "" : javaPackage + ".";
            file.getMessageTypes().forEach(message -> add(prefix, message, names));
        }
        return names;
    }

    private static void add(String prefix, Descriptor message, Map<String, Descriptor> names) {
        String name = prefix + message.getName();
        names.put(name, message);
        message.getNestedTypes().forEach(nested -> add(name + "$", nested, names));
    }
}
