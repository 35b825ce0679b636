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
 * scale is wrong when the latest loads differ from the truck's own loads before, or, because
 * healthy scales differ by 1 to 2 %, by more from those of the other trucks. The array must not be
 * modified. Immutable.
 *
 * @param ratios the latest loads of the truck / the usual load of other trucks, oldest first
 * @param healthyRatio the ratio of the scale before it went wrong; null while it is right
 */
public record TruckScale(double[] ratios, Double healthyRatio) {

    /** A truck without loads. */
    public static final TruckScale NONE = new TruckScale(new double[0], null);

    /** Loads that are kept, in multiples of the loads by which a scale is judged. */
    private static final int KEPT = 4;

    /** Limit of the difference from other trucks, relative to that from the truck itself. */
    private static final double AGAINST_OTHERS = 1.4;

    /** Share of the limit below which the scale counts as right again. */
    private static final double HYSTERESIS = 0.5;

    /** Whether the scale is wrong. */
    public boolean raised() {
        return healthyRatio != null;
    }

    /**
     * A copy with one more load.
     *
     * @param ratio the load / the usual load of other trucks
     */
    public TruckScale with(double ratio, PatternSettings limits) {
        int judged = limits.scaleLoads();
        int kept = Math.min(ratios.length, KEPT * judged - 1);
        double[] next = Arrays.copyOfRange(ratios, ratios.length - kept, ratios.length + 1);
        next[kept] = ratio;
        if (next.length < judged) {
            return new TruckScale(next, null);
        }
        double[] last = Arrays.copyOfRange(next, next.length - judged, next.length);
        double now = mean(last);
        double limit = limits.scaleDeviation();
        if (raised()) {
            // Loads of the wrong scale must not become those that it is compared with.
            return Math.abs(now - healthyRatio) < HYSTERESIS * limit
                    ? new TruckScale(last, null)
                    : new TruckScale(next, healthyRatio);
        }
        double before = mean(Arrays.copyOf(next, next.length - judged));
        if (next.length >= 2 * judged && Math.abs(now - before) > limit) {
            return new TruckScale(next, before);
        }
        return new TruckScale(next, Math.abs(now - 1) > AGAINST_OTHERS * limit ? 1.0 : null);
    }

    /** The signal that the scale is wrong, or right again. */
    public AlarmSignal signal(UnitEvent load, PatternSettings limits) {
        int judged = Math.min(ratios.length, limits.scaleLoads());
        double now = mean(Arrays.copyOfRange(ratios, ratios.length - judged, ratios.length));
        double pct = 100 * (now - 1);
        return new AlarmSignal(
                load.site(),
                load.truckId(),
                AlertType.PAYLOAD_BIAS,
                raised() ? Severity.WARNING : Severity.INFO,
                load.at(),
                raised(),
                String.format(
                        Locale.ROOT,
                        "Scale shows %+.1f %% against other trucks at the same units, mean of %d"
                                + " loads",
                        pct,
                        judged),
                Map.of("biasPct", pct, "loads", (double) judged));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(1);
    }
}
