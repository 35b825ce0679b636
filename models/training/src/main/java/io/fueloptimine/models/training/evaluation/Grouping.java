package io.fueloptimine.models.training.evaluation;

import java.util.function.Function;

/** By what rows are told apart. */
public enum Grouping {
    EQUIPMENT_CLASS("machine class", PredictedRow::equipmentClass),
    MACHINE("machine", PredictedRow::machineId),
    ROUTE("route", PredictedRow::route),
    GRADE_BAND("grade band", PredictedRow::gradeBand);

    /** The group of rows that do not tell. */
    public static final String UNKNOWN = "unknown";

    private final String label;
    private final Function<PredictedRow, String> key;

    Grouping(String label, Function<PredictedRow, String> key) {
        this.label = label;
        this.key = key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The row's group; {@link #UNKNOWN} when it does not tell. */
    public String of(PredictedRow row) {
        String group = key.apply(row);
        return group == null ? UNKNOWN : group;
    }
}
