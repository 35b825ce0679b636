package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A place in the mine.
 *
 * @param id its name, unique within the site
 * @param kind what it is for
 * @param eastingM east, m in the mine's grid
 * @param northingM north, m in the mine's grid
 * @param elevationM above sea level, m
 */
public record Location(
        String id, LocationKind kind, double eastingM, double northingM, double elevationM)
        implements Serializable {}
