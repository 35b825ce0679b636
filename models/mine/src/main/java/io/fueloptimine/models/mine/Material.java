package io.fueloptimine.models.mine;

/** What is dug. */
public enum Material {
    ORE,
    WASTE
}
