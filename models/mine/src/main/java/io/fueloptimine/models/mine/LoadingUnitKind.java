package io.fueloptimine.models.mine;

/** How a loading unit digs. */
public enum LoadingUnitKind {
    CABLE_SHOVEL,
    HYDRAULIC_SHOVEL,
    WHEEL_LOADER
}
