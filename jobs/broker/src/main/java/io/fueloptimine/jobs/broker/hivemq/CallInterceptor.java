package io.fueloptimine.jobs.broker.hivemq;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;

/** Replaces some methods of a HiveMQ component by a dynamic proxy around that component. */
final class CallInterceptor {

    private CallInterceptor() {}

    /**
     * Returns a proxy that passes every call to the delegate, except the replaced methods.
     *
     * @param replacements by method name, the code that receives the arguments instead of the
     *     delegate; only for methods that return nothing
     */
    static <T> T around(Class<T> type, T delegate, Map<String, Consumer<Object[]>> replacements) {
        return type.cast(
                Proxy.newProxyInstance(
                        CallInterceptor.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            Consumer<Object[]> replacement = replacements.get(method.getName());
                            if (replacement == null) {
                                return invoke(delegate, method, arguments);
                            }
                            replacement.accept(arguments);
                            return null;
                        }));
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
