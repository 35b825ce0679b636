package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What a {@link ChildJvm} runs: another class's {@code main}, until that ends, or the parent does.
 *
 * <p>The first argument names the class. Ctrl-C and a closed terminal reach every process of a
 * group at once; they are left to the parent, which stops its parts in order.
 */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) throws Throwable {
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
            // A broken pipe tells the same as a closed one.
        }
        Runtime.getRuntime().halt(0);
    }
}
