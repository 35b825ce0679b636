package io.fueloptimine.models.fuel;

import java.util.ArrayList;
import java.util.List;

/**
 * A series of samples of a fuel counter in which each sample is a plausible successor of the one
 * before, in order of time. A counter that shows wrong values for a while, or is replaced, has
 * several lines. Mutable.
 */
final class CounterLine {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MS_PER_S = 1_000;
    private static final double COUNTER_STEP_L = 0.5;

    /**
     * Three times the highest fuel rate of a haul truck, L/h; a faster increase of the counter is
     * not consumption.
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

    /** Whether a sample is a plausible successor of the last sample of this line. */
    boolean continuesWith(int sample) {
        return isPlausible(counter.values()[sample] - lastL(), counter.timesMs()[last()], sample);
    }

    /**
     * Whether a later sample can belong to this line, although samples of other lines are in
     * between. The value may also be lower than the last one, because the difference is not used as
     * consumption.
     */
    boolean resumesWith(int sample) {
        double gainL = Math.abs(counter.values()[sample] - lastL());
        return isPlausible(gainL, counter.timesMs()[last()], sample);
    }

    /** Whether a sample can be the first value of a counter that was stuck and has caught up. */
    boolean catchesUpWith(int sample) {
        return isPlausible(counter.values()[sample] - lastL(), changedMs, sample);
    }

    /**
     * Removes a spike: the samples at the end of this line, not older than {@link
     * SensorSeries#VALID_S}, that are higher than the given later sample. Removes nothing when the
     * given sample is not a plausible successor of the sample before the spike.
     *
     * @return the removed samples; empty when there is no spike
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

    /** The steps between samples of this line that are also neighbours in the counter's series. */
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
