package io.fueloptimine.jobs.cli.flood;

import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.MapFunction;

/** Lets a test see the valid readings of a job in its own process, and when they passed. */
final class ArrivedReadings implements MapFunction<Reading, Reading> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Set<String>> IDS = new ConcurrentHashMap<>();
    private static final Map<String, Latencies> TIMES = new ConcurrentHashMap<>();

    /** The number of different readings of a run. */
    static int count(String run) {
        return IDS.getOrDefault(run, Set.of()).size();
    }

    /** The times from the measurement to the end of job ingest. */
    static Latencies times(String run) {
        return TIMES.getOrDefault(run, new Latencies());
    }

    @Override
    public Reading map(Reading reading) {
        String run = reading.machineId().substring(0, reading.machineId().indexOf('-'));
        IDS.computeIfAbsent(run, any -> ConcurrentHashMap.newKeySet()).add(reading.id());
        TIMES.computeIfAbsent(run, any -> new Latencies())
                .add(Duration.between(reading.time(), Instant.now()).toMillis());
        return reading;
    }
}
