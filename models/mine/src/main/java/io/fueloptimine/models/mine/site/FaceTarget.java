package io.fueloptimine.models.mine.site;

import java.io.Serializable;
import java.util.List;

/**
 * The tonnes that are planned to be moved from one face in a shift. Immutable.
 *
 * @param faceId the face
 * @param material the material at the face
 * @param shiftTonnes tonnes per shift, t
 * @param priority the priority of the face, from 1; faces with lower numbers come first when not
 *     all tonnes can be moved
 * @param destinations the dumps to which the material may be hauled; empty for every dump that
 *     accepts the material
 * @param gradePct grade of the ore, % of metal; 0 for waste
 * @param mayStop whether loading units at the face may be left without trucks
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

    /**
     * Creates a target of priority 1 whose material may be hauled to every dump that accepts it.
     */
    public FaceTarget(String faceId, Material material, double shiftTonnes) {
        this(faceId, material, shiftTonnes, 1, List.of(), 0, true);
    }

    /** Whether the material of the face may be hauled to a dump. */
    public boolean allows(DumpPoint dump) {
        return dump.accepts(material)
                && (destinations.isEmpty() || destinations.contains(dump.locationId()));
    }
}
