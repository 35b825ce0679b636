package io.fueloptimine.models.mine;

/** The kind of a loading unit. */
public enum LoadingUnitKind {
    CABLE_SHOVEL,
    HYDRAULIC_SHOVEL,
    WHEEL_LOADER
}
