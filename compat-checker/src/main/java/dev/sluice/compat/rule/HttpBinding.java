package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way to call an RPC by HTTP (google/api/http.proto).
 *
 * @param verb the method, in upper case
 * @param path the path template as written
 * @param body the field that the body of the request is, {@code *} for all that the path has not, empty for none
 * @param responseBody the field that the body of the response is, empty for the whole
 */
record HttpBinding(String verb, String path, String body, String responseBody) {
    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");

    /** The bindings of an RPC, the main one first. */
    static List<HttpBinding> of(Rpc rpc) {
        List<HttpBinding> bindings = new ArrayList<>();
        MessageValue.ofOptions(rpc, rpc.file().set())
                .flatMap(options -> options.message("google.api.http"))
                .ifPresent(rule -> {
                    add(rule, bindings);
                    rule.messages("additional_bindings").forEach(more -> add(more, bindings));
                });
        return bindings;
    }

    private static void add(MessageValue rule, List<HttpBinding> bindings) {
        String body = rule.text("body").orElse("");
        String responseBody = rule.text("response_body").orElse("");
        for (String verb : VERBS) {
            Optional<String> path = rule.text(verb);
            path.ifPresent(
                    text -> bindings.add(new HttpBinding(verb.toUpperCase(Locale.ROOT), text, body, responseBody)));
        }
        rule.message("custom")
                .ifPresent(custom -> bindings.add(new HttpBinding(
                        custom.text("kind").orElse("*"), custom.text("path").orElse(""), body, responseBody)));
    }

    /** Whether a client that calls one can call the other: the names of variables in the path are not sent. */
    boolean isCalledAlike(HttpBinding other) {
        return verb.equals(other.verb)
                && shape(path).equals(shape(other.path))
                && body.equals(other.body)
                && responseBody.equals(other.responseBody);
    }

    /** Whether it differs from another one by what the bodies are. */
    boolean isAtSamePlace(HttpBinding other) {
        return verb.equals(other.verb) && shape(path).equals(shape(other.path));
    }

    /** The path with patterns in place of variables. */
    private static String shape(String path) {
        return path.replaceAll("\\{[^{}=]*=([^{}]*)\\}", "$1").replaceAll("\\{[^{}=]*\\}", "*");
    }

    String show() {
        return verb + " " + path
                + (body.isEmpty() ? "" : " with body \"" + body + "\"")
                + (responseBody.isEmpty() ? "" : " answered by \"" + responseBody + "\"");
    }
}
