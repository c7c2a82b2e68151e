package dev.sluice.maven;

import java.lang.reflect.Field;

/** Sets the parameters of a goal, as Maven does. */
final class Parameters {
    private Parameters() {}

    static void set(SchemaMojo goal, String name, Object value) throws ReflectiveOperationException {
        Class<?> type = goal.getClass();
        while (true) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                field.set(goal, value);
                return;
            } catch (NoSuchFieldException e) {
                if (type == SchemaMojo.class) {
                    throw e;
                }
                type = type.getSuperclass();
            }
        }
    }
}
