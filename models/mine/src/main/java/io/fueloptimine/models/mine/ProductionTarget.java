package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * The production targets of a mine per hour.
 *
 * @param oreTph ore to the crusher, t/h
 * @param wasteTph waste to the dumps, t/h
 */
public record ProductionTarget(double oreTph, double wasteTph) implements Serializable {}
