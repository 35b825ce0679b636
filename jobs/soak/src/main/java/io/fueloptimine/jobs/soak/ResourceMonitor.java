package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.local.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures memory, threads and file handles of processes and the state of jobs every 10 s, from its
 * creation to {@link #stop}. Thread-safe.
 */
final class ResourceMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceMonitor.class);

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final double KIB_PER_MIB = 1024;

    /** A job keeps its number over restarts of processes. */
    private static final long NO_PROCESS = 0;

    private record Resources(ResourceSeries memory, ResourceSeries threads, ResourceSeries files) {

        static Resources of(String role) {
            return new Resources(
                    new ResourceSeries(role, "RSS MiB"),
                    new ResourceSeries(role, "threads"),
                    new ResourceSeries(role, "open files"));
        }
    }

    private final Path proc;
    private final boolean hasProc;
    private final Map<String, LongSupplier> processes;
    private final Map<String, Supplier<OptionalLong>> checkpoints;
    private final Map<String, Resources> ofProcesses = new LinkedHashMap<>();
    private final Map<String, ResourceSeries> ofJobs = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    /** Two threads, because an answer of Flink's REST interface can take long after a fault. */
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

    /**
     * Starts to measure.
     *
     * @param proc the folder {@code /proc}, which may be absent
     * @param processes the id of the process that each role has now
     * @param checkpoints the bytes of the last completed checkpoint of each job; a {@link
     *     StackException} means that there is no value now
     */
    ResourceMonitor(
            Path proc,
            Map<String, LongSupplier> processes,
            Map<String, Supplier<OptionalLong>> checkpoints) {
        this.proc = proc;
        this.hasProc = ProcessUse.isReadableIn(proc);
        this.processes = processes;
        this.checkpoints = checkpoints;
        processes.keySet().forEach(role -> ofProcesses.put(role, Resources.of(role)));
        checkpoints
                .keySet()
                .forEach(job -> ofJobs.put(job, new ResourceSeries("job " + job, "state KiB")));
        if (hasProc) {
            every10s(() -> ofProcesses.forEach(this::measureProcess));
        }
        every10s(() -> ofJobs.forEach(this::measureJob));
    }

    /** Ends the measurement and judges all series. */
    GrowthTable stop() {
        close();
        Duration length = elapsed();
        List<Growth> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        synchronized (this) {
            if (hasProc) {
                for (Resources resources : ofProcesses.values()) {
                    rows.add(resources.memory().growth(length));
                    rows.add(resources.threads().growth(length));
                    rows.add(resources.files().growth(length));
                }
            } else {
                notes.add(
                        "Memory, threads and files were not measured: this system has no " + proc);
            }
            ofJobs.values().forEach(series -> rows.add(series.growth(length)));
        }
        return new GrowthTable(rows, notes);
    }

    /** Ends the measurement. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void measureProcess(String role, Resources resources) {
        long pid = processes.get(role).getAsLong();
        ProcessUse.read(proc, pid)
                .ifPresent(
                        use -> {
                            Duration at = elapsed();
                            synchronized (this) {
                                resources.memory().add(at, pid, use.residentKib() / KIB_PER_MIB);
                                resources.threads().add(at, pid, use.threads());
                                resources.files().add(at, pid, use.files());
                            }
                        });
    }

    private void measureJob(String job, ResourceSeries state) {
        try {
            OptionalLong bytes = checkpoints.get(job).get();
            Duration at = elapsed();
            synchronized (this) {
                bytes.ifPresent(b -> state.add(at, NO_PROCESS, b / 1024.0));
            }
        } catch (StackException e) {
            LOG.info("No checkpoint size of job {} now: {}", job, e.getMessage());
        }
    }

    /** An exception would end the measurement silently, so it is logged and the next one tried. */
    private void every10s(Runnable measurement) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        measurement.run();
                    } catch (RuntimeException e) {
                        LOG.warn("A measurement of resources failed", e);
                    }
                },
                0,
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
