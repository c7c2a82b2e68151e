package dev.sluice.maven;

import java.lang.reflect.Field;
import org.apache.maven.plugin.Mojo;

/** Sets the parameters of a goal, as Maven does. */
final class Parameters {
    private Parameters() {}

    static void set(Mojo goal, String name, Object value) throws ReflectiveOperationException {
        Class<?> type = goal.getClass();
        while (true) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                field.set(goal, value);
                return;
            } catch (NoSuchFieldException e) {
                if (type.getSuperclass() == null) {
                    throw e;
                }
                type = type.getSuperclass();
            }
        }
    }
}
