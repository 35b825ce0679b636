package io.fueloptimine.jobs.backtest.fit;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The travel times of each class of trucks, loaded and empty, relative to those of all trucks on
 * the same ways. Immutable.
 */
public final class ClassPaces {

    private record Key(String className, boolean loaded) {}

    private record Times(double recordedS, double expectedS) {

        Times plus(Times other) {
            return new Times(recordedS + other.recordedS, expectedS + other.expectedS);
        }
    }

    private final Map<Key, Times> times = new HashMap<>();

    private ClassPaces() {}

    static ClassPaces of(List<RecordedCycle> cycles, RoadLengths lengths, RoadPaces paces) {
        ClassPaces classes = new ClassPaces();
        for (RecordedCycle cycle : cycles) {
            Road loaded = Road.loaded(cycle.faceId(), cycle.dumpId());
            Road empty = Road.empty(cycle.previousDumpId(), cycle.faceId());
            if (cycle.fullTravelS() > 0 && lengths.metres(loaded).isPresent()) {
                classes.add(cycle.className(), true, cycle.fullTravelS(), paces.seconds(loaded));
            }
            if (cycle.emptyTravelS() > 0 && lengths.metres(empty).isPresent()) {
                classes.add(cycle.className(), false, cycle.emptyTravelS(), paces.seconds(empty));
            }
        }
        return classes;
    }

    private void add(String className, boolean loaded, double recordedS, double expectedS) {
        times.merge(new Key(className, loaded), new Times(recordedS, expectedS), Times::plus);
    }

    /** Travel time of a class divided by that of all trucks; 1 for a class without trips. */
    public double factor(String className, boolean loaded) {
        Times found = times.get(new Key(className, loaded));
        return found == null ? 1 : found.recordedS() / found.expectedS();
    }
}
