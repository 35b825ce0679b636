package io.fueloptimine.models.mine.site;

/** The material that is hauled. */
public enum Material {
    ORE,
    WASTE
}
