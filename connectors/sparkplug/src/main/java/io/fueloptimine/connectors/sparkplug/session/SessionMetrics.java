package io.fueloptimine.connectors.sparkplug.session;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What operations staff see of the edge nodes' lives. Counts since the operator's start. */
final class SessionMetrics {

    final Counter births;
    final Counter deaths;
    final Counter staleDeaths;
    final Counter rebirthsRequested;
    final Counter sequenceHoles;
    final Counter repeats;
    final Counter rejected;

    /** Node ids, at most as many as nodes were born here. */
    private final Set<String> dead = new HashSet<>();

    SessionMetrics(MetricGroup group) {
        births = group.counter("births");
        deaths = group.counter("deaths");
        staleDeaths = group.counter("staleDeaths");
        rebirthsRequested = group.counter("rebirthsRequested");
        sequenceHoles = group.counter("sequenceHoles");
        repeats = group.counter("repeats");
        rejected = group.counter("rejected");
        group.gauge("staleNodes", (Gauge<Integer>) dead::size);
    }

    void born(String node) {
        births.inc();
        dead.remove(node);
    }

    void died(String node) {
        deaths.inc();
        dead.add(node);
    }
}
