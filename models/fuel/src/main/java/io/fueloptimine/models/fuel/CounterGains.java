package io.fueloptimine.models.fuel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a fuel counter counted in a window, without excursions. An excursion is a series of wrong
 * values after which the counter returns to its earlier values, for example zeros while a
 * controller starts, or a single wrong sample. The time from the last reading before an excursion
 * to the first reading after the excursion counts neither as consumption nor as time. At the
 * borders of the window a return cannot be seen. Deviating values at a border count only if they
 * increase, because then the counter was replaced or rolled over. When a counter is stuck and then
 * catches up, the litres that it catches up count as consumption.
 *
 * @param steps the increases that are consumption, in order of time
 * @param spanFromMs the time of the counter's first reading, ms since the epoch; NaN without
 *     readings
 * @param spanToMs the time of the counter's last reading, ms since the epoch; NaN without readings
 */
record CounterGains(List<CounterStep> steps, double spanFromMs, double spanToMs) {

    /**
     * The maximum number of {@link CounterLine}s in one window; a counter with more lines is
     * regarded as noise.
     */
    private static final int MOST_LINES = 16;

    static CounterGains of(SensorSeries counter) {
        if (counter.size() == 0) {
            return new CounterGains(List.of(), Double.NaN, Double.NaN);
        }
        double fromMs = counter.timesMs()[0];
        double toMs = counter.timesMs()[counter.size() - 1];
        List<CounterLine> separate = linesOf(counter);
        if (separate.size() > MOST_LINES) {
            return new CounterGains(List.of(), fromMs, toMs);
        }
        List<CounterLine> lines = join(separate);
        CounterLine main =
                lines.stream()
                        .max(
                                Comparator.comparing(CounterLine::moves)
                                        .thenComparing(line -> !isEnclosed(line, lines))
                                        .thenComparing(line -> !line.isZero())
                                        .thenComparing(CounterLine::size))
                        .orElseThrow();
        List<CounterStep> steps = new ArrayList<>();
        if (main.moves() || !main.isZero()) {
            steps.addAll(main.steps());
        }
        lines.stream()
                .filter(line -> line != main && line.moves())
                .flatMap(line -> line.steps().stream())
                .filter(step -> isOutside(step, main, counter))
                .forEach(steps::add);
        steps.sort(Comparator.comparingDouble(CounterStep::fromMs));
        return new CounterGains(List.copyOf(steps), fromMs, toMs);
    }

    double litres() {
        return steps.stream().mapToDouble(CounterStep::litres).sum();
    }

    double seconds() {
        return steps.stream().mapToDouble(CounterStep::seconds).sum();
    }

    /**
     * The part of the gains between two times, ms since the epoch. The increase of a step is spread
     * evenly over the time of the step.
     */
    CounterGains within(double startMs, double endMs) {
        List<CounterStep> parts = new ArrayList<>();
        for (CounterStep step : steps) {
            double share = step.shareWithin(startMs, endMs);
            if (share > 0) {
                parts.add(
                        new CounterStep(
                                Math.max(startMs, step.fromMs()),
                                Math.min(endMs, step.toMs()),
                                share * step.litres()));
            }
        }
        return new CounterGains(parts, spanFromMs, spanToMs);
    }

    /**
     * Divides the gains at changes of the counter value, so that each part has at least the given
     * litres. Because a part begins and ends with a change, its litres are not affected by the
     * rounding of the counter. The time before the first change and after the last change is left
     * out.
     */
    List<CounterStep> betweenChanges(double leastL) {
        List<CounterStep> parts = new ArrayList<>();
        double fromMs = Double.NaN;
        double toMs = Double.NaN;
        double litres = 0;
        for (CounterStep step : steps) {
            if (step.fromMs() != toMs) {
                fromMs = Double.NaN;
            }
            toMs = step.toMs();
            litres += step.litres();
            if (step.litres() > 0 && (Double.isNaN(fromMs) || litres >= leastL)) {
                if (!Double.isNaN(fromMs)) {
                    parts.add(new CounterStep(fromMs, toMs, litres));
                }
                fromMs = toMs;
                litres = 0;
            }
        }
        return parts;
    }

    /**
     * The times between start and end that the counter does not cover, as pairs of ms since the
     * epoch. These are excursions, and times before the first or after the last reading that are
     * longer than {@link SensorSeries#VALID_S}.
     */
    List<double[]> uncounted(double startMs, double endMs) {
        if (steps.isEmpty()) {
            return List.of(new double[] {startMs, endMs});
        }
        double validMs = SensorSeries.VALID_S * 1_000;
        List<double[]> uncounted = new ArrayList<>();
        double countedMs = spanFromMs - startMs > validMs ? startMs : spanFromMs;
        for (CounterStep step : steps) {
            if (step.fromMs() > countedMs) {
                uncounted.add(new double[] {countedMs, step.fromMs()});
            }
            countedMs = step.toMs();
        }
        double untilMs = endMs - spanToMs > validMs ? endMs : spanToMs;
        if (untilMs > countedMs) {
            uncounted.add(new double[] {countedMs, untilMs});
        }
        return uncounted;
    }

    /** The number of uninterrupted periods in which the counter counts. */
    int spans() {
        int spans = 0;
        double toMs = Double.NaN;
        for (CounterStep step : steps) {
            spans += step.fromMs() == toMs ? 0 : 1;
            toMs = step.toMs();
        }
        return spans;
    }

    /** The time before the first step for which the rate of that step may be assumed, s. */
    double headS(double startMs) {
        return steps.get(0).fromMs() == spanFromMs ? validS(spanFromMs - startMs) : 0;
    }

    /** The time after the last step for which the rate of that step may be assumed, s. */
    double tailS(double endMs) {
        return steps.get(steps.size() - 1).toMs() == spanToMs ? validS(endMs - spanToMs) : 0;
    }

    private static double validS(double millis) {
        return Math.min(SensorSeries.VALID_S, Math.max(0, millis / 1_000));
    }

    private static List<CounterLine> linesOf(SensorSeries counter) {
        List<CounterLine> lines = new ArrayList<>();
        CounterLine current = new CounterLine(counter, 0);
        lines.add(current);
        for (int sample = 1; sample < counter.size() && lines.size() <= MOST_LINES; sample++) {
            if (!current.continuesWith(sample)) {
                current = next(counter, sample, current, lines);
            } else {
                current.add(sample);
            }
        }
        return lines;
    }

    private static CounterLine next(
            SensorSeries counter, int sample, CounterLine current, List<CounterLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            CounterLine line = lines.get(i);
            if (line != current && line.resumesWith(sample)) {
                line.add(sample);
                return line;
            }
        }
        List<Integer> spike = current.removeSpikeBefore(sample);
        CounterLine line = new CounterLine(counter, spike.isEmpty() ? sample : spike.get(0));
        lines.add(line);
        if (spike.isEmpty()) {
            return line;
        }
        spike.stream().skip(1).forEach(line::add);
        current.add(sample);
        return current;
    }

    /** Joins a line that catches up on a stuck counter with the line before it. */
    private static List<CounterLine> join(List<CounterLine> lines) {
        List<CounterLine> joined = new ArrayList<>();
        for (CounterLine line : lines) {
            CounterLine before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null
                    && !before.isZero()
                    && before.last() == line.first() - 1
                    && before.catchesUpWith(line.first())) {
                before.addAll(line);
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean isEnclosed(CounterLine line, List<CounterLine> lines) {
        return lines.stream().anyMatch(other -> other.encloses(line));
    }

    private static boolean isOutside(CounterStep step, CounterLine main, SensorSeries counter) {
        return step.toMs() <= counter.timesMs()[main.first()]
                || step.fromMs() >= counter.timesMs()[main.last()];
    }
}
