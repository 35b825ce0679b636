package io.fueloptimine.jobs.broker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;

/** Something put between one part of HiveMQ and another, which passes on all but a few calls. */
final class Between {

    private Between() {}

    /**
     * The inner part, with some of its methods replaced.
     *
     * @param instead what takes a method's arguments in its place, by the method's name; such
     *     methods return nothing
     */
    static <T> T of(Class<T> type, T inner, Map<String, Consumer<Object[]>> instead) {
        return type.cast(
                Proxy.newProxyInstance(
                        Between.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            Consumer<Object[]> replacement = instead.get(method.getName());
                            if (replacement == null) {
                                return passOn(inner, method, arguments);
                            }
                            replacement.accept(arguments);
                            return null;
                        }));
    }

    private static Object passOn(Object inner, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
