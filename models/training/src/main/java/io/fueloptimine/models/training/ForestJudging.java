package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.Expectation;
import io.fueloptimine.models.fuel.LearntForests;
import io.fueloptimine.models.training.evaluation.JudgedRow;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.stream.IntStream;

/** What forests expect of the rows of a table, beside what was burnt. Stateless. */
public final class ForestJudging {

    private ForestJudging() {}

    /** All rows, in litres. */
    public static List<JudgedRow> of(TrainingTable table, LearntForests forests) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> row(table, row, forests.of(table.row(row))))
                .toList();
    }

    /** One row with what was expected of it per unit of exposure. */
    static JudgedRow row(TrainingTable table, int row, Expectation perExposure) {
        RowOrigin origin = table.origins().get(row);
        Expectation litres = perExposure.atLeastZero().times(origin.exposure());
        return new JudgedRow(
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
