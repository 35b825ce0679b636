package io.fueloptimine.jobs.cli.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes parts in the reverse order, all of them also if one cannot be closed. */
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Closes the parts.
     *
     * @throws Exception the first exception; those of further parts are suppressed in it
     */
    @Override
    public void close() throws Exception {
        Exception first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
