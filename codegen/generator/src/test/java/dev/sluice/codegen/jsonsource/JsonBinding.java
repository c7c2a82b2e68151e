package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.fail;

import dev.sluice.codegen.Compiled;
import dev.sluice.runtime.json.JsonDocument;
import java.lang.reflect.InvocationTargetException;

/** A generated class, called by reflection. */
public record JsonBinding(Class<?> type) {

    public static JsonBinding load(Compiled compiled, String className) {
        try {
            return new JsonBinding(compiled.loadClass(className));
        } catch (ClassNotFoundException e) {
            return fail(e);
        }
    }

    public JsonDocument fromJson(String json) {
        try {
            return (JsonDocument) type.getMethod("fromJson", String.class).invoke(null, json);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            return fail(e);
        } catch (ReflectiveOperationException e) {
            return fail(e);
        }
    }
}
