package dev.sluice.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java identifiers made from schema names. */
public final class JavaNames {
    /** Type names that generated code uses without qualification, and those of java.lang. */
    public static final Set<String> RESERVED_TYPES = Set.of(
            "Boolean",
            "Bytes",
            "Builder",
            "Byte",
            "Character",
            "Class",
            "Deprecated",
            "Double",
            "Enum",
            "Exception",
            "Float",
            "Integer",
            "Iterable",
            "Long",
            "Math",
            "Message",
            "Number",
            "Object",
            "Override",
            "Record",
            "RuntimeException",
            "Short",
            "String",
            "StringBuilder",
            "SuppressWarnings",
            "System",
            "Throwable",
            "Void");

    /** Members that a message or its builder has whatever its fields are. */
    static final Set<String> RESERVED_MEMBERS = Set.of(
            "build",
            "builder",
            "clone",
            "defaultInstance",
            "equals",
            "finalize",
            "fromJson",
            "getClass",
            "hashCode",
            "mergeFrom",
            "merging",
            "notify",
            "notifyAll",
            "missing",
            "parseFrom",
            "readFrom",
            "schemaType",
            "seal",
            "sealLists",
            "sealMessages",
            "toBuilder",
            "toByteArray",
            "toJson",
            "toString",
            "unknownFields",
            "validate",
            "wait",
            "writeTo");

    private JavaNames() {}

    /** {@code max_item_bytes} as {@code maxItemBytes}. */
    static String camel(String schemaName) {
        StringBuilder name = new StringBuilder(schemaName.length());
        boolean upper = false;
        for (int i = 0; i < schemaName.length(); i++) {
            char c = schemaName.charAt(i);
            if (c == '_') {
                upper = name.length() > 0;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        if (name.length() == 0) {
            return "_" + schemaName;
        }
        String camel = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return Character.isJavaIdentifierStart(camel.charAt(0)) ? camel : "_" + camel;
    }

    /** {@code maxItemBytes} as {@code MaxItemBytes}. */
    public static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code CreateTopic} and {@code create_topic} as {@code CREATE_TOPIC}. */
    static String constant(String schemaName) {
        StringBuilder name = new StringBuilder(schemaName.length() + 4);
        for (int i = 0; i < schemaName.length(); i++) {
            char c = schemaName.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(schemaName.charAt(i - 1))) {
                name.append('_');
            }
            name.append(Character.toUpperCase(c));
        }
        return name.toString();
    }

    /** A package name with an underscore after each segment that is a Java keyword. */
    public static String packageName(String schemaPackage) {
        StringBuilder name = new StringBuilder(schemaPackage.length());
        for (String segment : schemaPackage.split("\\.", -1)) {
            name.append(name.length() == 0 ? "" : ".").append(segment);
            if (SourceVersion.isKeyword(segment)) {
                name.append('_');
            }
        }
        return name.toString();
    }

    /** As SourceVersion.isName, which divides by a regular expression, for a name without dots. */
    private static boolean isName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name);
    }

    /** The wanted type name, with as many underscores as make it a free one; it is taken then. */
    public static String unused(String wanted, Set<String> taken) {
        String name = isName(wanted) ? wanted : wanted + "_";
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /**
     * The wanted name of a nested class, with as many underscores as make it a free one and its class file another than those
     * of the classes beside it, whether a disk tells upper case from lower or not; both are taken then.
     *
     * @param beside the names of the classes beside it, in lower case
     */
    static String unusedNested(String wanted, Set<String> taken, Set<String> beside) {
        String name = unused(wanted, taken);
        while (!beside.add(name.toLowerCase(Locale.ROOT))) {
            name = unused(name + "_", taken);
        }
        return name;
    }

    /**
     * The wanted member name, with as many underscores as make it and the names made from it free ones; they are taken
     * then.
     */
    public static String unusedMember(String wanted, boolean isConverted, Set<String> taken) {
        String name = isName(wanted) ? wanted : wanted + "_";
        while (!isFree(name, isConverted, taken)) {
            name += "_";
        }
        taken.addAll(madeFrom(name, isConverted));
        return name;
    }

    private static boolean isFree(String name, boolean isConverted, Set<String> taken) {
        return madeFrom(name, isConverted).stream().noneMatch(taken::contains);
    }

    private static Set<String> madeFrom(String name, boolean isConverted) {
        String capital = capital(name);
        Set<String> made = new HashSet<>();
        for (String stem : isConverted ? List.of("", "Value") : List.of("")) {
            made.add(name + stem);
            made.add("add" + capital + stem);
            made.add("put" + capital + stem);
        }
        made.add("has" + capital);
        made.add("clear" + capital);
        return made;
    }
}
