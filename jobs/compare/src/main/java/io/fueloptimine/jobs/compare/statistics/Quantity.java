package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.function.ToDoubleFunction;

/** A quantity of a run that policies are compared by. */
public enum Quantity {
    TONNES("tonnes hauled", "t", 0, RunResult::tonnes),
    LITRES("diesel burnt by the trucks", "L", 0, RunResult::litres),
    LITRES_PER_TONNE("diesel per tonne", "L/t", 4, RunResult::litresPerTonne),
    EMPTY_KM("distance driven empty", "km", 1, run -> run.emptyMetres() / 1_000),
    EMPTY_HOURS("truck hours driven empty", "h", 2, hoursIn(TruckTimeCategory.EMPTY)),
    QUEUE_HOURS(
            "truck hours in queues at loading units and dumps",
            "h",
            2,
            run ->
                    run.in(TruckTimeCategory.SHOVEL_QUEUE).hours()
                            + run.in(TruckTimeCategory.DUMP_QUEUE).hours()),
    HANG_HOURS("hours that loading units waited for trucks", "h", 2, RunResult::hangHours),
    HEAD_GRADE("mean grade of the ore", "% metal", 4, RunResult::headGradePct);

    private final String label;
    private final String unit;
    private final int decimals;
    private final ToDoubleFunction<RunResult> value;

    Quantity(String label, String unit, int decimals, ToDoubleFunction<RunResult> value) {
        this.label = label;
        this.unit = unit;
        this.decimals = decimals;
        this.value = value;
    }

    /** The value in a run, in {@link #unit()}. */
    public double of(RunResult run) {
        return value.applyAsDouble(run);
    }

    /** The name for readers. */
    public String label() {
        return label;
    }

    /** The unit. */
    public String unit() {
        return unit;
    }

    /** The number of decimals with which reports show the value. */
    public int decimals() {
        return decimals;
    }

    private static ToDoubleFunction<RunResult> hoursIn(TruckTimeCategory category) {
        return run -> run.in(category).hours();
    }
}
