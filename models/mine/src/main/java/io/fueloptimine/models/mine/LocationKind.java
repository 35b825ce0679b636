package io.fueloptimine.models.mine;

/** What a place is for. */
public enum LocationKind {
    FACE,
    CRUSHER,
    DUMP,
    FUEL_BAY,
    PARKING,
    JUNCTION
}
