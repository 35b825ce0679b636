package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;

/**
 * Converts refuelling intervals to rows of numbers: the amounts of work as features, and the litres
 * that the fuel bay's meter measured as labels.
 */
final class RefuelRows {

    /** The name of the class of machines that have no class in the records. */
    private static final String NO_CLASS = "unknown";

    private static final double WHOLE = 1;

    private RefuelRows() {}

    static double[][] work(List<RefuelInterval> intervals) {
        return intervals.stream()
                .map(interval -> interval.work().amounts())
                .toArray(double[][]::new);
    }

    static double[] litres(List<RefuelInterval> intervals) {
        return intervals.stream().mapToDouble(RefuelInterval::dispensedL).toArray();
    }

    static TrainingTable table(List<RefuelInterval> intervals) {
        int width = WorkItem.COLUMNS.size();
        float[] values = new float[intervals.size() * width];
        float[] labels = new float[intervals.size()];
        for (int row = 0; row < labels.length; row++) {
            RefuelInterval interval = intervals.get(row);
            System.arraycopy(floats(interval), 0, values, row * width, width);
            labels[row] = (float) interval.dispensedL();
        }
        return new TrainingTable(
                WorkItem.COLUMNS,
                values,
                labels,
                intervals.stream().map(RefuelRows::origin).toList());
    }

    static float[] floats(RefuelInterval interval) {
        double[] amounts = interval.work().amounts();
        float[] row = new float[amounts.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) amounts[i];
        }
        return row;
    }

    static String classOf(RefuelInterval interval) {
        return interval.equipmentClass() == null ? NO_CLASS : interval.equipmentClass();
    }

    private static RowOrigin origin(RefuelInterval interval) {
        return new RowOrigin(
                interval.truckId(), classOf(interval), interval.to(), null, null, WHOLE);
    }
}
