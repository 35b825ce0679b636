package io.fueloptimine.models.mine.site;

/** The kind of a location. */
public enum LocationKind {
    FACE,
    CRUSHER,
    DUMP,
    FUEL_BAY,
    PARKING,
    JUNCTION
}
