package io.fueloptimine.models.mine;

import java.io.Serializable;
import java.util.List;

/**
 * A Sparkplug edge node of a mine and the devices that it may speak for. Immutable.
 *
 * @param id the node's name, the level of its topics that names the node; readings of its own
 *     metrics are those of a machine of this name
 * @param deviceIds the machines whose readings it may send
 */
public record EdgeNode(String id, List<String> deviceIds) implements Serializable {

    public EdgeNode {
        deviceIds = List.copyOf(deviceIds);
    }
}
