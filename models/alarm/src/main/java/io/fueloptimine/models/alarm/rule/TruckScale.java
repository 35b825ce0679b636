package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The payload scale of a truck, judged by its latest loads: each as a share of what other trucks
 * got from the same loading unit. A unit that overloads all its trucks is no error of a scale. The
 * array must not be modified. Immutable.
 *
 * @param ratios the latest loads of the truck / the usual load of other trucks, oldest first
 * @param raised whether the scale is reported as wrong
 */
public record TruckScale(double[] ratios, boolean raised) {

    /** A truck without loads. */
    public static final TruckScale NONE = new TruckScale(new double[0], false);

    /** Share of the limit below which the scale counts as right again. */
    private static final double HYSTERESIS = 0.5;

    /**
     * A copy with one more load.
     *
     * @param ratio the load / the usual load of other trucks
     */
    public TruckScale with(double ratio, PatternSettings limits) {
        int kept = Math.min(ratios.length, limits.scaleLoads() - 1);
        double[] next = Arrays.copyOfRange(ratios, ratios.length - kept, ratios.length + 1);
        next[kept] = ratio;
        double deviation = Math.abs(mean(next) - 1);
        double limit = limits.scaleDeviation() * (raised ? HYSTERESIS : 1);
        return new TruckScale(next, next.length == limits.scaleLoads() && deviation > limit);
    }

    /** The signal that the scale is wrong, or right again. */
    public AlarmSignal signal(UnitEvent load) {
        double pct = 100 * (mean(ratios) - 1);
        return new AlarmSignal(
                load.site(),
                load.truckId(),
                AlertType.PAYLOAD_BIAS,
                raised ? Severity.WARNING : Severity.INFO,
                load.at(),
                raised,
                String.format(
                        Locale.ROOT,
                        "Scale shows %+.1f %% against other trucks at the same units, mean of %d"
                                + " loads",
                        pct,
                        ratios.length),
                Map.of("biasPct", pct, "loads", (double) ratios.length));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(1);
    }
}
