package io.fueloptimine.jobs.broker.hivemq;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates dynamic proxies that replace some methods of a HiveMQ component. */
final class CallInterceptor {

    private CallInterceptor() {}

    /**
     * Returns a proxy that passes all calls to the delegate, except calls of the replaced methods.
     *
     * @param replacements the code that is called instead of a method of the delegate, by method
     *     name; the code receives the arguments of the call and returns the result of the call
     */
    static <T> T around(
            Class<T> type, T delegate, Map<String, Function<Object[], Object>> replacements) {
        return type.cast(
                Proxy.newProxyInstance(
                        CallInterceptor.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            Function<Object[], Object> replacement =
                                    replacements.get(method.getName());
                            return replacement == null
                                    ? invoke(delegate, method, arguments)
                                    : replacement.apply(arguments);
                        }));
    }

    /**
     * Converts the replacement of a method without result to the form that {@link #around} expects.
     */
    static Function<Object[], Object> returningNothing(Consumer<Object[]> replacement) {
        return arguments -> {
            replacement.accept(arguments);
            return null;
        };
    }

    private static Object invoke(Object delegate, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
