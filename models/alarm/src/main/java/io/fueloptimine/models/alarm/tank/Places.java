package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.Serializable;

/** Names the location of the mine map that is nearest to a position. Immutable. */
public final class Places implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Longest distance to a location, m. */
    private static final double NEAR_M = 400;

    private final MineSites mines;

    public Places(MineSites mines) {
        this.mines = mines;
    }

    /**
     * The id of the nearest location within 400 m; null when there is none, or the position or site
     * is unknown.
     *
     * @param eastingM easting, m in the mine's grid; null when unknown
     * @param northingM northing, m in the mine's grid; null when unknown
     */
    public String near(String site, Double eastingM, Double northingM) {
        if (eastingM == null || northingM == null || mines.mine(site).isEmpty()) {
            return null;
        }
        String nearest = null;
        double least = NEAR_M;
        for (Location location : mines.mine(site).get().locations()) {
            double away =
                    Math.hypot(location.eastingM() - eastingM, location.northingM() - northingM);
            if (away <= least) {
                least = away;
                nearest = location.id();
            }
        }
        return nearest;
    }
}
