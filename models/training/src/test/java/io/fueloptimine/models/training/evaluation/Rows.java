package io.fueloptimine.models.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows for tests: by hand, and of fleets whose machines each have a bias of their own. */
public final class Rows {

    private Rows() {}

    /** A row of class 930E without an interval. */
    public static PredictedRow row(String machineId, double actualL, double expectedL) {
        return new PredictedRow(
                machineId, "930E", null, null, actualL, expectedL, Double.NaN, Double.NaN);
    }

    /** A row of class 930E with an interval. */
    public static PredictedRow within(double actualL, double lowL, double highL) {
        return new PredictedRow("T1", "930E", null, null, actualL, actualL, lowL, highL);
    }

    /**
     * A fleet's rows, machine after machine.
     *
     * @param machineSpreadL how much machines differ in what is expected of them too much, L
     * @param rowSpreadL how much rows of a machine differ, L
     */
    public static List<PredictedRow> fleet(
            int machines, int rowsEach, double machineSpreadL, double rowSpreadL, long seed) {
        Random random = new Random(seed);
        List<PredictedRow> rows = new ArrayList<>();
        for (int machine = 0; machine < machines; machine++) {
            double biasL = machineSpreadL * random.nextGaussian();
            for (int i = 0; i < rowsEach; i++) {
                double actualL = 1 + 5 * random.nextDouble();
                double expectedL = actualL + biasL + rowSpreadL * random.nextGaussian();
                rows.add(row("T" + machine, actualL, expectedL));
            }
        }
        return rows;
    }

    /** The same rows with other expectations: off by so many of their old errors. */
    public static List<PredictedRow> withErrorsTimes(List<PredictedRow> rows, double factor) {
        return rows.stream()
                .map(
                        row ->
                                row(
                                        row.machineId(),
                                        row.actualL(),
                                        row.actualL() - factor * row.residualL()))
                .toList();
    }

    /** Whether the value lies in the interval. */
    public static boolean contains(BootstrapInterval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }
}
