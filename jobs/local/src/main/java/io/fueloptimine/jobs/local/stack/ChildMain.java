package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Locale;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The main class of a {@link ChildJvm}: runs the {@code main} of the class that the first argument
 * names, and exits when this method returns or the parent process ends.
 *
 * <p>The child process ignores SIGINT and SIGHUP, which a terminal sends to all processes of a
 * group. Only the parent process handles these signals, and stops its parts in order.
 */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) throws Throwable {
        // Libraries format and compare texts in the default locale.
        Locale.setDefault(Locale.ROOT);
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        Thread watcher = new Thread(ChildMain::endWithParent, "watch-parent");
        watcher.setDaemon(true);
        watcher.start();
        try {
            Class.forName(arguments[0])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe means the same as a closed one: the parent has ended.
        }
        Runtime.getRuntime().halt(0);
    }
}
