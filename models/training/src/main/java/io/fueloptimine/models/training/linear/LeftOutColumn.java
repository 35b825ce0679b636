package io.fueloptimine.models.training.linear;

/** A column that is left out of the model. */
public record LeftOutColumn(String name, Reason reason) {

    /** The reason why a column is left out. */
    public enum Reason {
        /** No row has a value. */
        EMPTY,
        /** All rows have the same value, up to rounding. */
        CONSTANT,
        /** The column is a linear combination of columns before it, up to rounding. */
        COLLINEAR
    }
}
