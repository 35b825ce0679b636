package io.fueloptimine.models.mine.input;

import java.util.List;
import java.util.Optional;

/**
 * Recognises exceptions whose message was written by code of FuelOptiMine. The messages of
 * libraries and of the Java virtual machine name classes and methods and must not be shown to
 * users.
 */
public final class OwnMessage {

    private static final String PACKAGES = "io.fueloptimine.";

    /**
     * Exceptions that the Java virtual machine can throw from any code, with a message of the
     * virtual machine.
     */
    private static final List<Class<? extends RuntimeException>> OF_THE_JVM =
            List.of(
                    NullPointerException.class,
                    ClassCastException.class,
                    IndexOutOfBoundsException.class,
                    ArithmeticException.class,
                    NegativeArraySizeException.class,
                    ArrayStoreException.class);

    private OwnMessage() {}

    /** The message of an exception; empty when a library or the virtual machine wrote it. */
    public static Optional<String> of(Throwable e) {
        boolean jvm = OF_THE_JVM.stream().anyMatch(type -> type.isInstance(e));
        boolean own = e.getClass().getName().startsWith(PACKAGES) || isThrownByProduct(e);
        return own && !jvm ? Optional.ofNullable(e.getMessage()) : Optional.empty();
    }

    private static boolean isThrownByProduct(Throwable e) {
        StackTraceElement[] frames = e.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(PACKAGES);
    }
}
