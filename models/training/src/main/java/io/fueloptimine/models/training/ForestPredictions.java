package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelExpectation;
import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.stream.IntStream;

/** Predicts the rows of a table with forests. Stateless. */
public final class ForestPredictions {

    private ForestPredictions() {}

    /** The predictions of all rows, in litres. */
    public static List<PredictedRow> of(TrainingTable table, FuelForests forests) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> row(table, row, forests.of(table.row(row))))
                .toList();
    }

    /**
     * The prediction of one row in litres.
     *
     * @param perExposure the expected value per unit of exposure
     */
    static PredictedRow row(TrainingTable table, int row, FuelExpectation perExposure) {
        RowOrigin origin = table.origins().get(row);
        FuelExpectation litres = perExposure.atLeastZero().times(origin.exposure());
        return new PredictedRow(
                origin.machineId(),
                origin.equipmentClass(),
                origin.route(),
                origin.gradeBand(),
                table.litres(row),
                litres.expectedL(),
                litres.lowL(),
                litres.highL());
    }
}
