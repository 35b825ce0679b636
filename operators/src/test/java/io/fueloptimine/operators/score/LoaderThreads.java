package io.fueloptimine.operators.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Stands in for the thread that loads models: does its work at once, or when the test says so. */
final class LoaderThreads extends AbstractExecutorService implements ScheduledExecutorService {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Runnable> repeated = new ArrayList<>();
    private boolean held;
    private boolean ended;

    /** From now on work waits for {@link #release}. */
    void hold() {
        held = true;
    }

    /** Does what waits. */
    void release() {
        held = false;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** So much time goes by that what is to be repeated is done once more. */
    void letPatienceEnd() {
        repeated.forEach(this::execute);
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public void execute(Runnable task) {
        if (held) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    @Override
    public void shutdown() {
        ended = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        ended = true;
        return List.copyOf(waiting);
    }

    @Override
    public boolean isShutdown() {
        return ended;
    }

    @Override
    public boolean isTerminated() {
        return ended;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
        return ended;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable task, long first, long delay, TimeUnit unit) {
        repeated.add(task);
        return null;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable task, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }
}
