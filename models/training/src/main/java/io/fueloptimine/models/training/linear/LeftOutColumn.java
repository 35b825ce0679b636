package io.fueloptimine.models.training.linear;

/** A column that the line does without, and why. */
public record LeftOutColumn(String name, Reason reason) {

    /** Why a column tells a line nothing. */
    public enum Reason {
        /** No row has a value. */
        EMPTY,
        /** Every row has the same value, but for rounding. */
        CONSTANT,
        /** A sum of columns before it, but for rounding. */
        COLLINEAR
    }
}
