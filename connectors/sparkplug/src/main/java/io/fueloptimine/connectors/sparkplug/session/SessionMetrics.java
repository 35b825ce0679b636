package io.fueloptimine.connectors.sparkplug.session;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** The Flink metrics of the operator. Counters begin at 0 when the operator starts. */
final class SessionMetrics {

    /**
     * The maximum number of ids of dead edge nodes. A mine has fewer edge nodes; more ids mean that
     * a sender uses invented names.
     */
    private static final int MAX_DEAD = 10_000;

    final Counter births;
    final Counter deaths;
    final Counter staleDeaths;
    final Counter rebirthsRequested;
    final Counter sequenceGaps;
    final Counter repeats;
    final Counter rejected;
    final Counter undeclared;

    /** The ids of edge nodes that have sent a death message after their last birth message. */
    private final Set<String> dead = new HashSet<>();

    SessionMetrics(MetricGroup group) {
        births = group.counter("births");
        deaths = group.counter("deaths");
        staleDeaths = group.counter("staleDeaths");
        rebirthsRequested = group.counter("rebirthsRequested");
        sequenceGaps = group.counter("sequenceGaps");
        repeats = group.counter("repeats");
        rejected = group.counter("rejected");
        undeclared = group.counter("undeclared");
        group.gauge("staleNodes", (Gauge<Integer>) dead::size);
    }

    void birth(String node) {
        births.inc();
        dead.remove(node);
    }

    void death(String node) {
        deaths.inc();
        if (dead.size() < MAX_DEAD) {
            dead.add(node);
        }
    }
}
