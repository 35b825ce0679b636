package io.fueloptimine.jobs.evaluation.stream;

import io.fueloptimine.jobs.evaluation.scenario.InjectedRun;
import io.fueloptimine.jobs.evaluation.truth.WitnessedFault;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The readings of several simulated mines in the order of simulated seconds. The mines run while
 * the readings are taken, so that no more than a second of readings is in memory. Not thread-safe.
 */
public final class SimulatedReadings implements Iterator<Reading> {

    private final Map<String, SimulatedSite> sites = new LinkedHashMap<>();
    private final ArrayDeque<Reading> pending = new ArrayDeque<>();
    private final Instant end;
    private final Consumer<Instant> progress;
    private Instant now = PitSettings.DEFAULT_START;

    /**
     * @param runs the mines with their faults
     * @param length simulated time
     * @param sampling time between two telemetry messages of a machine, whole seconds
     * @param loads receives the site and the true tonnes of each load that a truck dumps
     * @param progress receives the simulated time, once per simulated second
     */
    public SimulatedReadings(
            List<InjectedRun> runs,
            Duration length,
            Duration sampling,
            BiConsumer<String, HauledLoad> loads,
            Consumer<Instant> progress) {
        this.progress = progress;
        end = now.plus(length);
        for (InjectedRun run : runs) {
            String site = run.mine().site();
            sites.put(
                    site,
                    new SimulatedSite(
                            run, sampling, end, pending::add, load -> loads.accept(site, load)));
        }
    }

    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && now.isBefore(end)) {
            now = now.plusSeconds(1);
            sites.values().forEach(site -> site.advanceTo(now));
            progress.accept(now);
        }
        return !pending.isEmpty();
    }

    @Override
    public Reading next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the simulated time has ended");
        }
        return pending.poll();
    }

    /** The faults of a site and what was observed of them until now. */
    public List<WitnessedFault> faults(String site) {
        return sites.get(site).faults();
    }
}
