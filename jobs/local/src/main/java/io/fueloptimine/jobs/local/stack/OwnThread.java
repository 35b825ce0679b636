package io.fueloptimine.jobs.local.stack;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Starts and stops a server in a separate thread, so that an interrupt of the calling thread does
 * not affect the server. An interrupt closes the file that a thread is using, and Kafka ends the
 * JVM after such a failure.
 */
final class OwnThread {

    private OwnThread() {}

    /**
     * Runs the work in a new thread, and waits for its end. An interrupt of the calling thread
     * takes effect after the work is done.
     *
     * @param name the name of the thread
     * @throws Exception the exception that the work throws
     */
    static <T> T run(String name, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
