package dev.sluice.codegen.jsonsource;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.java.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the checks of an object as a whole: all but those of its members. */
final class ObjectChecks {
    private final View view;
    private final List<Member> members;
    private final Generation generation;

    ObjectChecks(View view, List<Member> members, Generation generation) {
        this.view = view;
        this.members = members;
        this.generation = generation;
    }

    CodeBlock code() {
        CodeBlock.Builder plain = CodeBlock.builder();
        List<CodeBlock> asserted = new ArrayList<>();
        for (SchemaNode node : view.nodes()) {
            for (String keyword : node.keywords().keySet()) {
                boolean speaksOfOthers = !Messages.subject(keyword).isEmpty()
                        && !Messages.subject(keyword).equals("object");
                if (Keywords.isAnnotation(keyword)
                        || !view.isOpen(node, keyword)
                        || Assertions.isPart(keyword)
                        || speaksOfOthers
                        || List.of("$ref", "allOf", "type", "properties").contains(keyword)) {
                    continue;
                }
                Optional<CodeBlock> check = plain(node, keyword);
                if (check.isPresent()) {
                    plain.add(check.get());
                } else {
                    asserted.add(Checks.fault(
                            CodeBlock.of(
                                    "!$L.holds(json)", generation.assertions().of(node, keyword)),
                            node,
                            keyword,
                            Messages.of(node, keyword)));
                }
            }
        }
        if (!asserted.isEmpty()) {
            plain.addStatement("$T json = toJsonValue()", JsonRuntime.VALUE);
            asserted.forEach(plain::add);
        }
        return plain.build();
    }

    private Optional<CodeBlock> plain(SchemaNode node, String keyword) {
        return switch (keyword) {
            case "required" -> Optional.of(required(node));
            case "minProperties" -> Optional.of(count(node, keyword, "<"));
            case "maxProperties" -> Optional.of(count(node, keyword, ">"));
            case "additionalProperties" -> additional(node);
            default -> Optional.empty();
        };
    }

    /** Members that are declared are there once the object has been built. */
    private CodeBlock required(SchemaNode node) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (String name : node.texts("required")) {
            if (members.stream().noneMatch(member -> member.name().equals(name))) {
                code.add(Checks.fault(
                        CodeBlock.of("!this.additionalProperties.containsKey($L)", Literals.string(name)),
                        node,
                        "required",
                        "the required member \"" + name + "\" is absent"));
            }
        }
        return code.build();
    }

    private CodeBlock count(SchemaNode node, String keyword, String operator) {
        CodeBlock.Builder size = CodeBlock.builder().add("this.additionalProperties.size()");
        for (Member member : members) {
            size.add(member.required() ? CodeBlock.of(" + 1") : CodeBlock.of(" + ($L == null ? 0 : 1)", member.self()));
        }
        int bound = Counts.of(node.get(keyword).orElseThrow());
        return Checks.fault(
                CodeBlock.of("$L $L $L", size.build(), operator, bound), node, keyword, Messages.of(node, keyword));
    }

    private Optional<CodeBlock> additional(SchemaNode node) {
        Optional<SchemaNode> schema = generation.views().additional(view);
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        if (!schema.get().isFalse()) {
            return Optional.of(CodeBlock.builder().build());
        }
        return Optional.of(CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < this.additionalProperties.size(); i++)")
                .addStatement("int start = to.count()")
                .addStatement(
                        "to.addKeyword($S, $S, $L)",
                        "additionalProperties",
                        "is not a member that the schema allows",
                        Literals.string(node.location("additionalProperties")))
                .addStatement("to.withinMember(start, this.additionalProperties.keyAt(i))")
                .endControlFlow()
                .build());
    }
}
