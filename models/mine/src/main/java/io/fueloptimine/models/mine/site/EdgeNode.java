package io.fueloptimine.models.mine.site;

import java.io.Serializable;
import java.util.List;

/**
 * A Sparkplug edge node of a mine and the devices of which it may send readings. Immutable.
 *
 * @param id the name of the edge node, as it appears in topics; readings of the edge node's own
 *     metrics belong to a machine with this name
 * @param deviceIds the machines of which the edge node may send readings
 */
public record EdgeNode(String id, List<String> deviceIds) implements Serializable {

    public EdgeNode {
        deviceIds = List.copyOf(deviceIds);
    }
}
