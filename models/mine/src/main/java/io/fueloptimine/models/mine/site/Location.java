package io.fueloptimine.models.mine.site;

import java.io.Serializable;

/**
 * A location in the mine.
 *
 * @param id the id of the location, unique within the site
 * @param kind the kind of location
 * @param eastingM easting, m in the mine's grid
 * @param northingM northing, m in the mine's grid
 * @param elevationM elevation above sea level, m
 */
public record Location(
        String id, LocationKind kind, double eastingM, double northingM, double elevationM)
        implements Serializable {}
