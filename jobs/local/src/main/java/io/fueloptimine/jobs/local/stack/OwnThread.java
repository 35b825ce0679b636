package io.fueloptimine.jobs.local.stack;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Starts and stops a part in a thread of its own, so that an interrupt of the calling thread does
 * not reach it. An interrupt closes the file that a thread is using; Kafka then ends the JVM.
 */
final class OwnThread {

    private OwnThread() {}

    /**
     * Runs the work and waits for it; an interrupt of the caller is kept until the work is done.
     *
     * @param name the name of the thread
     * @throws Exception the exception of the work
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
