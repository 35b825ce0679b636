package io.fueloptimine.models.mine;

import java.io.Serializable;
import java.util.List;

/**
 * What is to be moved from one face in a shift. Immutable.
 *
 * @param faceId the face
 * @param material the material there
 * @param shiftTonnes tonnes per shift, t
 * @param priority faces with lower numbers come first when not everything can be moved; from 1
 * @param destinations the dumps to which the material may be hauled; empty for every dump that
 *     accepts it
 * @param gradePct grade of the ore, % of metal; 0 for waste
 * @param mayStop whether the loading units there may be left without trucks
 */
public record FaceTarget(
        String faceId,
        Material material,
        double shiftTonnes,
        int priority,
        List<String> destinations,
        double gradePct,
        boolean mayStop)
        implements Serializable {

    public FaceTarget {
        destinations = List.copyOf(destinations);
    }

    /** A target of first priority that may go to every dump. */
    public FaceTarget(String faceId, Material material, double shiftTonnes) {
        this(faceId, material, shiftTonnes, 1, List.of(), 0, true);
    }

    /** Whether the material may be hauled to a dump. */
    public boolean allows(DumpPoint dump) {
        return dump.accepts(material)
                && (destinations.isEmpty() || destinations.contains(dump.locationId()));
    }
}
