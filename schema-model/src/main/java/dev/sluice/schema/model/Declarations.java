package dev.sluice.schema.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Enters the names of files into the symbol table and reports those declared twice. */
final class Declarations {
    private static final int NAME = 1;
    private static final int PACKAGE = 2;

    private final Symbols symbols;
    private final LinkProblems problems;

    Declarations(Symbols symbols, LinkProblems problems) {
        this.symbols = symbols;
        this.problems = problems;
    }

    void declare(SchemaFile file) {
        if (file.hasPackage()) {
            Element clash = symbols.addPackage(file.packageName(), file);
            if (clash != null) {
                problems.report(
                        file.filePath(),
                        new int[] {PACKAGE},
                        "package \"" + file.packageName() + "\" has the name of something else, declared in \""
                                + clash.file().filePath() + "\"");
            }
        }
        declareMessages(file.messages());
        declareEnums(file.enums());
        for (Service service : file.services()) {
            declare(service);
            checkMembers(service.rpcs());
        }
        for (Field extension : file.extensions()) {
            declare(extension);
        }
    }

    private void declareMessages(List<MessageType> messages) {
        for (MessageType message : messages) {
            declare(message);
            checkMembers(message);
            declareMessages(message.messages());
            for (EnumType enumType : message.enums()) {
                declare(enumType);
            }
        }
    }

    private void declareEnums(List<EnumType> enums) {
        for (EnumType enumType : enums) {
            declare(enumType);
            for (EnumValue value : enumType.values()) {
                declare(value);
            }
        }
    }

    private void declare(Element element) {
        SchemaFile before = symbols.add(element.fullName(), element);
        if (before != null) {
            String where = before == element.file() ? "in this file" : "in \"" + before.filePath() + "\"";
            problems.report(
                    element, "\"" + element.fullName() + "\" is already declared " + where + hint(element), NAME);
        }
    }

    private static String hint(Element element) {
        return element instanceof EnumValue
                ? "; enum values are siblings of their enum, so their names must be unique in the scope around it"
                : "";
    }

    private void checkMembers(MessageType message) {
        Map<String, Element> seen = new HashMap<>();
        checkUnique(message.fields(), seen);
        checkUnique(message.oneofs(), seen);
        checkUnique(message.extensions(), seen);
        for (EnumType enumType : message.enums()) {
            checkUnique(enumType.values(), seen);
        }
        for (MessageType nested : message.messages()) {
            checkAgainst(nested, seen);
        }
        for (EnumType enumType : message.enums()) {
            checkAgainst(enumType, seen);
        }
    }

    private void checkMembers(List<? extends Element> members) {
        checkUnique(members, new HashMap<>());
    }

    private void checkUnique(List<? extends Element> members, Map<String, Element> seen) {
        for (Element member : members) {
            checkAgainst(member, seen);
            seen.putIfAbsent(member.name(), member);
        }
    }

    private void checkAgainst(Element member, Map<String, Element> seen) {
        if (seen.containsKey(member.name())) {
            problems.report(
                    member,
                    "\"" + member.name() + "\" is already declared in \"" + scopeOf(member) + "\"" + hint(member),
                    NAME);
        }
    }

    private static String scopeOf(Element member) {
        String fullName = member.fullName();
        return fullName.substring(
                0, Math.max(0, fullName.length() - member.name().length() - 1));
    }
}
