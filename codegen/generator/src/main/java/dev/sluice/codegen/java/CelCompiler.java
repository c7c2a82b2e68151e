package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.codegen.cel.Expression;
import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.schema.model.Field;
import java.util.ArrayList;
import java.util.List;

/** Compiles expressions to Java where their types allow. */
final class CelCompiler {
    private final CelCode self;
    private final TypeNames names;

    /** Compiles expressions in which {@code this} is {@code self}. */
    CelCompiler(CelCode self, TypeNames names) {
        this.self = self;
        this.names = names;
    }

    /** A Java condition that is true where the expression is. */
    CodeBlock condition(Expression expression) throws NotCompiledException {
        CelCode code = compile(expression);
        if (code.type() != CelCode.Type.BOOL) {
            throw new NotCompiledException("its result is not a bool");
        }
        return code.mayFail() ? CodeBlock.of("$T.holds(() -> $L)", Runtime.CHECK, code.java()) : code.java();
    }

    private CelCode compile(Expression expression) throws NotCompiledException {
        if (expression instanceof Expression.IntLiteral literal) {
            return CelCode.of(CodeBlock.of("$LL", literal.value()), CelCode.Type.INT);
        }
        if (expression instanceof Expression.UintLiteral literal) {
            int bits = 64 - Long.numberOfLeadingZeros(literal.value());
            return CelCode.uint(CodeBlock.of("$LL", literal.value()), bits);
        }
        if (expression instanceof Expression.DoubleLiteral literal) {
            return CelCode.of(CodeBlock.of("$L", literal.value()), CelCode.Type.DOUBLE);
        }
        if (expression instanceof Expression.StringLiteral literal) {
            return CelCode.of(CodeBlock.of("$S", literal.value()), CelCode.Type.STRING);
        }
        if (expression instanceof Expression.BoolLiteral literal) {
            return CelCode.of(CodeBlock.of("$L", literal.value()), CelCode.Type.BOOL);
        }
        if (expression instanceof Expression.Identifier identifier
                && identifier.name().equals("this")) {
            return self;
        }
        if (expression instanceof Expression.Select select) {
            return select(select);
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().equals("in") ? in(binary) : binary(binary);
        }
        if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Member member) {
            return member(member);
        }
        throw new NotCompiledException("it has a name or a list where none is compiled");
    }

    private MemberField field(CelCode of, String name) throws NotCompiledException {
        if (of.message() == null) {
            throw new NotCompiledException("it selects " + name + " of something that is not a message");
        }
        for (MemberField member : MessageModel.of(of.message(), names).fields()) {
            if (member.field().name().equals(name)) {
                return member;
            }
        }
        throw new NotCompiledException(of.message().fullName() + " has no field " + name);
    }

    private CelCode select(Expression.Select select) throws NotCompiledException {
        CelCode of = compile(select.of());
        MemberField member = field(of, select.field());
        Field field = member.field();
        CodeBlock accessor = CodeBlock.of(
                "$L.$L$L()", of.java(), member.name(), field.enumType().isPresent() ? "Value" : "");
        return field.isRepeated() ? CelCode.of(accessor, CelCode.Type.COLLECTION) : CelCode.ofScalar(accessor, field);
    }

    private CelCode call(Expression.Call call) throws NotCompiledException {
        if (call.function().equals("has")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Select select) {
            CelCode of = compile(select.of());
            MemberField member = field(of, select.field());
            if (member.hasPresence()) {
                return CelCode.of(CodeBlock.of("$L.has$L()", of.java(), member.capital()), CelCode.Type.BOOL);
            }
            CelCode value = select(select);
            return CelCode.of(
                    member.field().isRepeated()
                            ? CodeBlock.of("!$L.isEmpty()", value.java())
                            : member.value()
                                    .isSet(CodeBlock.of(
                                            "$L.$L$L()",
                                            of.java(),
                                            member.name(),
                                            member.isConverted() ? "Value" : "")),
                    CelCode.Type.BOOL);
        }
        if (call.function().equals("size") && call.arguments().size() == 1) {
            return size(compile(call.arguments().get(0)));
        }
        throw new NotCompiledException("it calls " + call.function() + "()");
    }

    private static CelCode size(CelCode of) throws NotCompiledException {
        return switch (of.type()) {
            case STRING -> CelCode.of(CodeBlock.of("$T.length($L)", Runtime.CHECK, of.java()), CelCode.Type.INT);
            case BYTES, COLLECTION -> CelCode.of(CodeBlock.of("$L.size()", of.java()), CelCode.Type.INT);
            case BOOL, INT, UINT, DOUBLE, MESSAGE ->
                throw new NotCompiledException("it takes the size of what has none");
        };
    }

    private CelCode member(Expression.Member member) throws NotCompiledException {
        CelCode target = compile(member.target());
        if (member.function().equals("size") && member.arguments().isEmpty()) {
            return size(target);
        }
        boolean ofText = List.of("startsWith", "endsWith", "contains").contains(member.function());
        if (ofText && target.type() == CelCode.Type.STRING && member.arguments().size() == 1) {
            CelCode argument = compile(member.arguments().get(0));
            if (argument.type() == CelCode.Type.STRING) {
                return CelCode.of(
                        CodeBlock.of("$L.$L($L)", target.java(), member.function(), argument.java()),
                        CelCode.Type.BOOL);
            }
        }
        throw new NotCompiledException("it calls " + member.function() + "()");
    }

    private CelCode unary(Expression.Unary unary) throws NotCompiledException {
        CelCode operand = compile(unary.operand());
        if (unary.operator().equals("!") && operand.type() == CelCode.Type.BOOL) {
            return CelCode.of(CodeBlock.of("!$L", operand.java()), CelCode.Type.BOOL)
                    .failing(operand.mayFail());
        }
        if (unary.operator().equals("-") && operand.type() == CelCode.Type.INT) {
            return CelCode.of(CodeBlock.of("$T.negateExact((long) $L)", Math.class, operand.java()), CelCode.Type.INT)
                    .failing(true);
        }
        if (unary.operator().equals("-") && operand.type() == CelCode.Type.DOUBLE) {
            return CelCode.of(CodeBlock.of("(-$L)", operand.java()), CelCode.Type.DOUBLE);
        }
        throw new NotCompiledException("it applies " + unary.operator() + " to another type");
    }

    private CelCode conditional(Expression.Conditional conditional) throws NotCompiledException {
        CelCode condition = compile(conditional.condition());
        CelCode then = compile(conditional.then());
        CelCode otherwise = compile(conditional.otherwise());
        if (condition.type() != CelCode.Type.BOOL || then.type() != otherwise.type() || then.message() != null) {
            throw new NotCompiledException("its branches have different types");
        }
        return new CelCode(
                CodeBlock.of("($L ? $L : $L)", condition.java(), then.java(), otherwise.java()),
                then.type(),
                Math.max(then.bits(), otherwise.bits()),
                null,
                condition.mayFail() || then.mayFail() || otherwise.mayFail());
    }

    private CelCode in(Expression.Binary binary) throws NotCompiledException {
        if (!(binary.right() instanceof Expression.ListLiteral list)) {
            throw new NotCompiledException("it looks for something in what is not a list literal");
        }
        List<CodeBlock> equalities = new ArrayList<>();
        boolean mayFail = false;
        for (Expression element : list.elements()) {
            CelCode equality = binary(new Expression.Binary("==", binary.left(), element));
            equalities.add(equality.java());
            mayFail |= equality.mayFail();
        }
        CodeBlock any = equalities.isEmpty() ? CodeBlock.of("false") : CodeBlock.join(equalities, " || ");
        return CelCode.of(CodeBlock.of("($L)", any), CelCode.Type.BOOL).failing(mayFail);
    }

    private CelCode binary(Expression.Binary binary) throws NotCompiledException {
        CelCode left = compile(binary.left());
        CelCode right = compile(binary.right());
        if (left.type() != right.type()) {
            throw new NotCompiledException(
                    "it applies " + binary.operator() + " to " + left.type() + " and " + right.type());
        }
        return CelOperators.apply(binary.operator(), left, right);
    }
}
