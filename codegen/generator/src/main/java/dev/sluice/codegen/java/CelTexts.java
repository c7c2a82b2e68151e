package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that are called on texts. */
final class CelTexts {
    private final CelValues values;

    CelTexts(CelValues values) {
        this.values = values;
    }

    @Nullable
    CelCode call(String name, CelCode target, List<CelCode> arguments) throws NotCompiledException {
        String types = types(arguments);
        CodeBlock text = target.java();
        CodeBlock first =
                arguments.isEmpty() ? CodeBlock.of("") : arguments.get(0).java();
        return switch (name + types) {
            case "startsWith(STRING)", "endsWith(STRING)", "contains(STRING)" -> {
                if (target.constant() instanceof String known
                        && arguments.get(0).constant() instanceof String part) {
                    boolean holds = name.equals("contains")
                            ? known.contains(part)
                            : name.equals("endsWith") ? known.endsWith(part) : known.startsWith(part);
                    yield values.constant(holds, CelType.BOOL);
                }
                yield CelCode.of("$L.$L($L)", CelType.BOOL, text, name, first);
            }
            case "matches(STRING)" -> CelFunctions.matches(values, text, arguments.get(0));
            case "isEmail()", "isHostname()" -> check(Runtime.HOST, name, text);
            case "isHostAndPort(BOOL)" -> check(Runtime.HOST, name, CodeBlock.of("$L, $L", text, first));
            case "isUri()" -> check(Runtime.URI, name, text);
            case "isUriRef()" -> check(Runtime.URI, "isReference", text);
            case "isIp()" -> check(Runtime.IP, name, CodeBlock.of("$L, 0", text));
            case "isIp(INT)" -> check(Runtime.IP, name, CodeBlock.of("$L, $L", text, first));
            case "isIpPrefix()" -> prefix(CodeBlock.of("$L, 0, false", text));
            case "isIpPrefix(INT)" -> prefix(CodeBlock.of("$L, $L, false", text, first));
            case "isIpPrefix(BOOL)" -> prefix(CodeBlock.of("$L, 0, $L", text, first));
            case "isIpPrefix(INT, BOOL)" ->
                prefix(CodeBlock.of("$L, $L, $L", text, first, arguments.get(1).java()));
            default -> extension(name, types, text, arguments);
        };
    }

    private static String types(List<CelCode> arguments) {
        return "("
                + String.join(
                        ", ",
                        arguments.stream()
                                .map(argument -> argument.type().kind().name())
                                .toList())
                + ")";
    }

    private static CelCode check(ClassName type, String method, CodeBlock arguments) {
        return CelCode.of("$T.$L($L)", CelType.BOOL, type, method, arguments);
    }

    private static CelCode prefix(CodeBlock arguments) {
        return check(Runtime.IP, "isPrefix", arguments);
    }

    /** The extension library for strings. */
    private static @Nullable CelCode extension(String name, String types, CodeBlock text, List<CelCode> arguments) {
        CodeBlock all = CodeBlock.join(arguments.stream().map(CelCode::java).toList(), ", ");
        CodeBlock call = arguments.isEmpty()
                ? CodeBlock.of("$T.$L($L)", Runtime.TEXTS, name, text)
                : CodeBlock.of("$T.$L($L, $L)", Runtime.TEXTS, name, text, all);
        return switch (name + types) {
            case "lowerAscii()", "upperAscii()", "trim()", "reverse()" -> CelCode.of(call, CelType.STRING);
            case "charAt(INT)", "substring(INT)", "substring(INT, INT)" ->
                CelCode.of(call, CelType.STRING).failing(true);
            case "replace(STRING, STRING)", "replace(STRING, STRING, INT)" -> CelCode.of(call, CelType.STRING);
            case "indexOf(STRING)", "lastIndexOf(STRING)" ->
                CelCode.number(call, CelType.INT, 32).narrow();
            case "indexOf(STRING, INT)", "lastIndexOf(STRING, INT)" ->
                CelCode.number(call, CelType.INT, 32).narrow().failing(true);
            case "split(STRING)", "split(STRING, INT)" ->
                CelCode.list(call, CelType.STRING, object -> CelCode.of(object, CelType.STRING));
            default -> null;
        };
    }
}
