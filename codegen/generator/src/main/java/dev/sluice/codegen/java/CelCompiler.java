package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.Expression;
import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.cel.Uint;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the types of expressions and compiles them to Java; what is known at generation is worked out there. */
final class CelCompiler {
    private final Map<String, CelCode> variables;
    private final TypeNames names;
    private final CelValues values;
    private final CelOperators operators;
    private final CelFunctions functions;
    private final int depth;

    /** Compiles expressions with these variables. */
    CelCompiler(Map<String, CelCode> variables, TypeNames names, CelValues values) {
        this(variables, names, values, 0);
    }

    private CelCompiler(Map<String, CelCode> variables, TypeNames names, CelValues values, int depth) {
        this.variables = variables;
        this.names = names;
        this.values = values;
        this.operators = new CelOperators(values);
        this.functions = new CelFunctions(values);
        this.depth = depth;
    }

    CelCode compile(Expression expression) throws NotCompiledException {
        if (expression instanceof Expression.IntLiteral literal) {
            return values.constant(literal.value(), CelType.INT);
        }
        if (expression instanceof Expression.UintLiteral literal) {
            return values.constant(new Uint(literal.value()), CelType.UINT);
        }
        if (expression instanceof Expression.DoubleLiteral literal) {
            return values.constant(literal.value(), CelType.DOUBLE);
        }
        if (expression instanceof Expression.StringLiteral literal) {
            return values.constant(literal.value(), CelType.STRING);
        }
        if (expression instanceof Expression.BytesLiteral literal) {
            byte[] bytes = literal.value().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            return values.constant(Bytes.copyOf(bytes), CelType.BYTES);
        }
        if (expression instanceof Expression.BoolLiteral literal) {
            return values.constant(literal.value(), CelType.BOOL);
        }
        if (expression instanceof Expression.NullLiteral) {
            return CelCode.of("null", CelType.NULL);
        }
        return expression instanceof Expression.Identifier identifier ? variable(identifier) : compound(expression);
    }

    private CelCode compound(Expression expression) throws NotCompiledException {
        if (expression instanceof Expression.Select select) {
            return select(select);
        }
        if (expression instanceof Expression.Index index) {
            return operators.index(compile(index.of()), compile(index.index()));
        }
        if (expression instanceof Expression.Unary unary) {
            return operators.unary(unary.operator(), compile(unary.operand()));
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        if (expression instanceof Expression.ListLiteral list) {
            return list(list);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Member member) {
            return member(member);
        }
        throw new NotCompiledException("it makes a map");
    }

    private CelCode variable(Expression.Identifier identifier) throws NotCompiledException {
        CelCode variable = variables.get(identifier.name());
        if (variable == null) {
            throw new NotCompiledException("there is no variable " + identifier.name());
        }
        return variable;
    }

    private CelCode binary(Expression.Binary binary) throws NotCompiledException {
        CelCode left = compile(binary.left());
        boolean decided = left.isConstant()
                && (binary.operator().equals("&&") && Boolean.FALSE.equals(left.constant())
                        || binary.operator().equals("||") && Boolean.TRUE.equals(left.constant()));
        CelCode right = compile(binary.right());
        if (binary.operator().equals(">") && right.constant() instanceof Uint most && most.bits() >>> 31 == 0) {
            Expression counted = countedText(binary.left());
            CelCode text = counted == null ? null : compile(counted);
            if (text != null && text.is(CelType.Kind.STRING) && !text.isConstant()) {
                return CelCode.of("$T.exceedsUtf8($L, $L)", CelType.BOOL, Runtime.CHECK, text.java(), (int) most.bits())
                        .failing(text.mayFail());
            }
        }
        return decided ? left : operators.binary(binary.operator(), left, right);
    }

    /** The text whose bytes in UTF-8 an expression counts, or null: {@code uint(bytes(text).size())}. */
    private static @Nullable Expression countedText(Expression count) {
        return count instanceof Expression.Call uint
                        && uint.function().equals("uint")
                        && uint.arguments().get(0) instanceof Expression.Member size
                        && size.function().equals("size")
                        && size.target() instanceof Expression.Call bytes
                        && bytes.function().equals("bytes")
                ? bytes.arguments().get(0)
                : null;
    }

    private CelCode select(Expression.Select select) throws NotCompiledException {
        CelCode of = compile(select.of());
        if (of.constant() instanceof MessageValue message) {
            return values.constantField(message, field(of, select.field()));
        }
        if (of.is(CelType.Kind.MAP)) {
            return operators.index(of, values.constant(select.field(), CelType.STRING));
        }
        if (of.dynamic() && field(of, select.field(), true) == null) {
            return CelCode.of("$T.noSuchField($S)", CelType.DYN, Runtime.VALUES, select.field())
                    .failing(true);
        }
        return CelFields.of(of.java(), member(of, select.field())).failing(of.mayFail());
    }

    private static Field field(CelCode of, String name) throws NotCompiledException {
        Field field = field(of, name, false);
        if (field == null) {
            throw new NotCompiledException(of.type() + " has no field " + name);
        }
        return field;
    }

    private static @Nullable Field field(CelCode of, String name, boolean quietly) throws NotCompiledException {
        if (of.type().message() == null) {
            if (quietly) {
                return null;
            }
            throw new NotCompiledException("it selects " + name + " of a value of type " + of.type());
        }
        return of.type().message().field(name).orElse(null);
    }

    private MemberField member(CelCode of, String name) throws NotCompiledException {
        Field field = field(of, name);
        for (MemberField member :
                MessageModel.of(field.containingMessage(), names).fields()) {
            if (member.field().equals(field)) {
                return member;
            }
        }
        throw new NotCompiledException(of.type() + " has no member " + name);
    }

    private CelCode conditional(Expression.Conditional conditional) throws NotCompiledException {
        CelCode condition = compile(conditional.condition());
        CelCode then = compile(conditional.then());
        CelCode otherwise = compile(conditional.otherwise());
        return operators.conditional(condition, then, otherwise);
    }

    private CelCode list(Expression.ListLiteral list) throws NotCompiledException {
        List<CelCode> elements = new ArrayList<>();
        for (Expression element : list.elements()) {
            elements.add(compile(element));
        }
        return functions.list(elements);
    }

    private CelCode call(Expression.Call call) throws NotCompiledException {
        boolean isHas = call.function().equals("has") && call.arguments().size() == 1;
        if (isHas) {
            if (call.arguments().get(0) instanceof Expression.Select select) {
                return has(select);
            }
            throw new NotCompiledException("it calls has() on something that is not a field");
        }
        List<CelCode> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(compile(argument));
        }
        if (call.function().equals("getField") && arguments.size() == 2) {
            return getField(arguments.get(0), arguments.get(1));
        }
        return functions.call(call.function(), arguments);
    }

    private CelCode has(Expression.Select select) throws NotCompiledException {
        CelCode of = compile(select.of());
        if (of.constant() instanceof MessageValue message) {
            return values.constant(!message.values(field(of, select.field())).isEmpty(), CelType.BOOL);
        }
        if (of.is(CelType.Kind.MAP)) {
            return operators.binary("in", values.constant(select.field(), CelType.STRING), of);
        }
        return CelCode.of(CelFields.has(of.java(), member(of, select.field())), CelType.BOOL)
                .failing(of.mayFail());
    }

    private CelCode getField(CelCode of, CelCode name) throws NotCompiledException {
        if (!(name.constant() instanceof String text)) {
            throw new NotCompiledException("it gets a field whose name is not known");
        }
        if (of.constant() instanceof MessageValue message) {
            return values.constantField(message, field(of, text));
        }
        return CelFields.of(of.java(), member(of, text)).failing(of.mayFail());
    }

    private CelCode member(Expression.Member member) throws NotCompiledException {
        CelMacros macros = new CelMacros(this, values, operators);
        if (macros.isMacro(member)) {
            return macros.expand(member, compile(member.target()));
        }
        boolean isSize = member.function().equals("size") && member.arguments().isEmpty();
        if (isSize
                && member.target() instanceof Expression.Call call
                && call.function().equals("bytes")
                && call.arguments().size() == 1) {
            CelCode text = compile(call.arguments().get(0));
            if (text.is(CelType.Kind.STRING)) {
                return CelCode.number(
                                CodeBlock.of("$T.utf8Length($L)", Runtime.CHECK, text.java()),
                                CelType.INT,
                                CelCode.SIZE_BITS)
                        .narrow()
                        .failing(text.mayFail());
            }
        }
        CelCode target = compile(member.target());
        List<CelCode> arguments = new ArrayList<>();
        for (Expression argument : member.arguments()) {
            arguments.add(compile(argument));
        }
        return functions.member(member.function(), target, arguments);
    }

    /** A compiler of expressions in which one more name is known. */
    CelCompiler with(String name, CelCode value) {
        Map<String, CelCode> more = new HashMap<>(variables);
        more.put(name, value);
        return new CelCompiler(more, names, values, depth + 1);
    }

    /** A Java name for the variable of a macro, not used by those around it. */
    String fresh() {
        return "v" + depth;
    }
}
