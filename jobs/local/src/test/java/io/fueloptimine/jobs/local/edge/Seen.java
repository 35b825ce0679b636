package io.fueloptimine.jobs.local.edge;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Lets a test see what passes in a job of its own process; at a number, once, it breaks the job.
 */
final class Seen<T> implements MapFunction<T, T> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Queue<Object>> ALL = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> BROKEN = new ConcurrentHashMap<>();

    private final String name;
    private final int breaksAt;

    Seen(String name, int breaksAt) {
        this.name = name;
        this.breaksAt = breaksAt;
    }

    /** What passed so far, in order. */
    @SuppressWarnings("unchecked")
    static <T> Queue<T> of(String name) {
        return (Queue<T>) ALL.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>());
    }

    @Override
    public T map(T value) {
        Queue<T> seen = of(name);
        if (seen.size() == breaksAt && BROKEN.putIfAbsent(name, true) == null) {
            throw new IllegalStateException("broken on purpose");
        }
        seen.add(value);
        return value;
    }
}
