package io.fueloptimine.models.training.evaluation;

import java.util.function.Function;

/** The attribute by which rows are grouped. */
public enum Grouping {
    EQUIPMENT_CLASS("machine class", PredictedRow::equipmentClass),
    MACHINE("machine", PredictedRow::machineId),
    ROUTE("route", PredictedRow::route),
    GRADE_BAND("grade band", PredictedRow::gradeBand);

    /** The group of rows without the attribute. */
    public static final String UNKNOWN = "unknown";

    private final String label;
    private final Function<PredictedRow, String> key;

    Grouping(String label, Function<PredictedRow, String> key) {
        this.label = label;
        this.key = key;
    }

    /** The display name. */
    public String label() {
        return label;
    }

    /** The group of a row; {@link #UNKNOWN} if the row does not have the attribute. */
    public String of(PredictedRow row) {
        String group = key.apply(row);
        return group == null ? UNKNOWN : group;
    }
}
