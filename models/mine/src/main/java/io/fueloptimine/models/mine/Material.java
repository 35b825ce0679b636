package io.fueloptimine.models.mine;

/** The material that is hauled. */
public enum Material {
    ORE,
    WASTE
}
