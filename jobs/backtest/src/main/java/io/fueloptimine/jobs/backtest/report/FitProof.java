package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.jobs.backtest.run.Backtest;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well the replayed assignments give the recorded quantities, shift by shift. Deviations are
 * simulated minus recorded in % of recorded, means over the seeds. Immutable.
 */
public record FitProof(List<ShiftFit> shifts) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** A quantity that is compared, with the deviation that the median checked shift may have. */
    public enum Measure {
        TONNES(
                "tonnes",
                "t",
                5,
                shift -> shift.sum(RecordedCycle::payloadT),
                r -> r.total().tonnes()),
        CYCLES("cycles", "", 5, shift -> shift.cycles().size(), r -> r.total().loads()),
        TRAVEL(
                "travel",
                "h",
                10,
                shift -> hours(shift, c -> c.emptyTravelS() + c.fullTravelS()),
                ShiftResult::travelHours),
        QUEUE(
                "queues",
                "h",
                10,
                shift -> hours(shift, RecordedCycle::queueS),
                ShiftResult::queueHours);

        private final String label;
        private final String unit;
        private final double allowedPct;
        private final ToDoubleFunction<RecordedShift> recorded;
        private final ToDoubleFunction<ShiftResult> simulated;

        Measure(
                String label,
                String unit,
                double allowedPct,
                ToDoubleFunction<RecordedShift> recorded,
                ToDoubleFunction<ShiftResult> simulated) {
            this.label = label;
            this.unit = unit;
            this.allowedPct = allowedPct;
            this.recorded = recorded;
            this.simulated = simulated;
        }

        /** The name with the unit. */
        public String text() {
            return unit.isEmpty() ? label : label + ", " + unit;
        }

        /** The name. */
        public String label() {
            return label;
        }

        /** The largest allowed deviation of the median checked shift, %. */
        public double allowedPct() {
            return allowedPct;
        }
    }

    /**
     * One shift.
     *
     * @param shift the recorded shift
     * @param replays the replays of the shift, one for each seed
     */
    public record ShiftFit(RecordedShift shift, List<ShiftResult> replays) {

        /** Whether the fit was made without this shift. */
        public boolean checked() {
            return !Backtest.fitted(shift);
        }

        /** The recorded value. */
        public double recorded(Measure measure) {
            return measure.recorded.applyAsDouble(shift);
        }

        /** The simulated value, the mean over the seeds. */
        public double simulated(Measure measure) {
            return replays.stream().mapToDouble(measure.simulated).average().orElse(Double.NaN);
        }

        /** Simulated minus recorded, % of recorded. */
        public double deviationPct(Measure measure) {
            return 100 * (simulated(measure) / recorded(measure) - 1);
        }
    }

    public FitProof {
        shifts = List.copyOf(shifts);
    }

    /** The proof by the replays of all shifts. */
    public static FitProof of(List<RecordedShift> shifts, List<ShiftResult> replays) {
        return new FitProof(
                shifts.stream()
                        .map(
                                shift ->
                                        new ShiftFit(
                                                shift,
                                                replays.stream()
                                                        .filter(r -> r.shift() == shift.number())
                                                        .toList()))
                        .toList());
    }

    /**
     * The deviation of the median shift, %.
     *
     * @param checked of the shifts without which the fit was made, or of the others
     */
    public double medianPct(Measure measure, boolean checked) {
        return median(deviations(measure, checked).toArray());
    }

    /** The median of the absolute deviations, %. */
    public double medianAbsolutePct(Measure measure, boolean checked) {
        return median(deviations(measure, checked).map(Math::abs).toArray());
    }

    /** Whether the median checked shift meets the allowed deviation. */
    public boolean holds(Measure measure) {
        return Math.abs(medianPct(measure, true)) <= measure.allowedPct();
    }

    private java.util.stream.DoubleStream deviations(Measure measure, boolean checked) {
        return shifts.stream()
                .filter(shift -> shift.checked() == checked)
                .mapToDouble(shift -> shift.deviationPct(measure));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        if (values.length == 0) {
            return Double.NaN;
        }
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static double hours(RecordedShift shift, ToDoubleFunction<RecordedCycle> seconds) {
        return shift.sum(seconds) / SECONDS_PER_HOUR;
    }
}
