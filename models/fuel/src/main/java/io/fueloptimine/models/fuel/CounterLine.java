package io.fueloptimine.models.fuel;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a counter that follow each other by plausible steps, in order of time. A counter
 * that shows other values for a while, or is replaced, has several lines. Mutable.
 */
final class CounterLine {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MS_PER_S = 1_000;
    private static final double COUNTER_STEP_L = 0.5;

    /**
     * Three times the highest fuel rate of a haul truck; a faster increase of the counter is not
     * consumption.
     */
    private static final double MOST_PLAUSIBLE_LPH = 2_000;

    private final SensorSeries counter;
    private final List<Integer> samples = new ArrayList<>();
    private double changedMs;

    CounterLine(SensorSeries counter, int first) {
        this.counter = counter;
        changedMs = counter.timesMs()[first];
        samples.add(first);
    }

    void add(int sample) {
        changedMs = counter.values()[sample] == lastL() ? changedMs : counter.timesMs()[sample];
        samples.add(sample);
    }

    void addAll(CounterLine later) {
        later.samples.forEach(this::add);
    }

    int first() {
        return samples.get(0);
    }

    int last() {
        return samples.get(samples.size() - 1);
    }

    int size() {
        return samples.size();
    }

    /** Whether a sample is the next count. */
    boolean continuesWith(int sample) {
        return isPlausible(counter.values()[sample] - lastL(), counter.timesMs()[last()], sample);
    }

    /**
     * Whether a sample can be a later count of this line in either direction: its litres are not
     * used.
     */
    boolean resumesWith(int sample) {
        double gainL = Math.abs(counter.values()[sample] - lastL());
        return isPlausible(gainL, counter.timesMs()[last()], sample);
    }

    /** Whether a sample can contain what a stuck counter did not count. */
    boolean catchesUpWith(int sample) {
        return isPlausible(counter.values()[sample] - lastL(), changedMs, sample);
    }

    /**
     * Removes the samples of the last seconds that are above a later sample; none when the line has
     * no plausible sample below.
     */
    List<Integer> removeSpikeBefore(int sample) {
        double sinceMs = counter.timesMs()[sample] - SensorSeries.VALID_S * MS_PER_S;
        int kept = samples.size();
        while (kept > 0 && valueOf(kept - 1) > counter.values()[sample]) {
            kept--;
        }
        boolean isSpike =
                kept > 0
                        && kept < samples.size()
                        && counter.timesMs()[samples.get(kept)] >= sinceMs
                        && isPlausible(
                                counter.values()[sample] - valueOf(kept - 1),
                                counter.timesMs()[samples.get(kept - 1)],
                                sample);
        if (!isSpike) {
            return List.of();
        }
        List<Integer> tail = samples.subList(kept, samples.size());
        List<Integer> spike = List.copyOf(tail);
        tail.clear();
        return spike;
    }

    boolean moves() {
        return lastL() > valueOf(0);
    }

    boolean isZero() {
        return lastL() == 0;
    }

    boolean encloses(CounterLine other) {
        return first() < other.first() && other.last() < last();
    }

    /** The steps between samples that follow each other in the series. */
    List<CounterStep> steps() {
        List<CounterStep> steps = new ArrayList<>();
        for (int i = 0; i + 1 < samples.size(); i++) {
            int sample = samples.get(i);
            if (samples.get(i + 1) == sample + 1) {
                steps.add(
                        new CounterStep(
                                counter.timesMs()[sample],
                                counter.timesMs()[sample + 1],
                                valueOf(i + 1) - valueOf(i)));
            }
        }
        return steps;
    }

    private double lastL() {
        return valueOf(samples.size() - 1);
    }

    private double valueOf(int i) {
        return counter.values()[samples.get(i)];
    }

    private boolean isPlausible(double gainL, double sinceMs, int sample) {
        double seconds = (counter.timesMs()[sample] - sinceMs) / MS_PER_S;
        double mostL = 2 * COUNTER_STEP_L + MOST_PLAUSIBLE_LPH * seconds / SECONDS_PER_HOUR;
        return gainL >= 0 && gainL <= mostL;
    }
}
