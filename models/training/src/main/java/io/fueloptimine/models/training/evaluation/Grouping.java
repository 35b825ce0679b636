package io.fueloptimine.models.training.evaluation;

import java.util.function.Function;

/** By what rows are told apart. */
public enum Grouping {
    EQUIPMENT_CLASS("machine class", JudgedRow::equipmentClass),
    MACHINE("machine", JudgedRow::machineId),
    ROUTE("route", JudgedRow::route),
    GRADE_BAND("grade band", JudgedRow::gradeBand);

    /** The group of rows that do not tell. */
    public static final String UNKNOWN = "unknown";

    private final String label;
    private final Function<JudgedRow, String> key;

    Grouping(String label, Function<JudgedRow, String> key) {
        this.label = label;
        this.key = key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The row's group; {@link #UNKNOWN} when it does not tell. */
    public String of(JudgedRow row) {
        String group = key.apply(row);
        return group == null ? UNKNOWN : group;
    }
}
