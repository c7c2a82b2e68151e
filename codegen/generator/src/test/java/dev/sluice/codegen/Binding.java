package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.fail;

import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import dev.sluice.runtime.UnknownMembers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A generated class, called by reflection. */
record Binding(Class<?> type) {

    static Binding load(Compiled compiled, String className) {
        try {
            return new Binding(compiled.loadClass(className));
        } catch (ClassNotFoundException e) {
            return fail(e);
        }
    }

    /** The type of its messages. */
    @SuppressWarnings("unchecked")
    MessageType<Message> schemaType() {
        Message message = (Message) call("defaultInstance", new Class<?>[0]);
        return (MessageType<Message>) message.schemaType();
    }

    Message parseFrom(byte[] bytes) {
        return (Message) call("parseFrom", new Class<?>[] {byte[].class}, bytes);
    }

    Message fromJson(String json) {
        return (Message) call("fromJson", new Class<?>[] {String.class}, json);
    }

    Message fromJson(String json, UnknownMembers unknown) {
        return (Message) call("fromJson", new Class<?>[] {String.class, UnknownMembers.class}, json, unknown);
    }

    /** Calls a static method; what it throws is thrown on. */
    private Object call(String method, Class<?>[] parameters, Object... arguments) {
        try {
            Method found = type.getMethod(method, parameters);
            return found.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return fail(e);
        } catch (ReflectiveOperationException e) {
            return fail(e);
        }
    }
}
