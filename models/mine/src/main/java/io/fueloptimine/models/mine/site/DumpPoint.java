package io.fueloptimine.models.mine.site;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.Serializable;
import java.util.List;

/**
 * A crusher or a dump.
 *
 * @param locationId the location
 * @param accepts the materials that may be dumped there, at least one; a mine file may give one
 *     material without brackets
 * @param minTph the least material that the dump must receive, t/h
 * @param maxTph the most material that the dump can receive, t/h
 * @param bays number of trucks that can dump at the same time
 */
public record DumpPoint(
        String locationId,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Material> accepts,
        double minTph,
        double maxTph,
        int bays)
        implements Serializable {

    public DumpPoint {
        accepts = List.copyOf(accepts);
    }

    /** Creates a dump for one material. */
    public DumpPoint(String locationId, Material accepts, double minTph, double maxTph, int bays) {
        this(locationId, List.of(accepts), minTph, maxTph, bays);
    }

    /** Whether a material may be dumped at this dump. */
    public boolean accepts(Material material) {
        return accepts.contains(material);
    }
}
