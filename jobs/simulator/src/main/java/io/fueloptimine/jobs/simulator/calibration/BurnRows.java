package io.fueloptimine.jobs.simulator.calibration;

import java.util.ArrayList;
import java.util.List;

/** The rows of the fuel rates: measured, true, and by a regression on refuellings. */
final class BurnRows {

    /** By {@link BurnKind}: the measured rate and its 95 % interval, L/h. */
    private static final double[][] ANCHORS = {{379, 352, 404}, {139, 99, 177}, {53.5, 47, 60}};

    /**
     * Standard errors on each side of a coefficient in an interval of 98.3 %, by Student's t with
     * 56 degrees of freedom (57 trucks). Three such intervals contain three truths at once in 95 %
     * of runs (Bonferroni); three intervals of 95 % would in 86 %.
     */
    private static final double ERRORS_98 = 2.47;

    private BurnRows() {}

    static List<BurnRow> of(List<RefuelInterval> intervals) {
        ClusteredFit fit = FuelRateRegression.fit(intervals);
        List<BurnRow> rows = new ArrayList<>();
        for (BurnKind kind : BurnKind.values()) {
            int i = kind.ordinal();
            double litres = intervals.stream().mapToDouble(each -> each.trueL()[i]).sum();
            double hours = intervals.stream().mapToDouble(each -> each.hours()[i]).sum();
            double lph = fit.coefficients()[i];
            double half = ERRORS_98 * fit.errors()[i];
            rows.add(
                    new BurnRow(
                            kind.words(),
                            ANCHORS[i][0],
                            ANCHORS[i][1],
                            ANCHORS[i][2],
                            litres / hours,
                            lph,
                            lph - half,
                            lph + half));
        }
        return rows;
    }
}
