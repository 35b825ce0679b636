package io.fueloptimine.models.mine.site;

/** The kind of a loading unit. */
public enum LoadingUnitKind {
    CABLE_SHOVEL,
    HYDRAULIC_SHOVEL,
    WHEEL_LOADER
}
