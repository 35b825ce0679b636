package io.fueloptimine.connectors.sparkplug;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.mine.site.EdgeNode;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The devices of which each Sparkplug edge node may send readings, according to the mine files. At
 * a site whose mine file declares no edge node, and at a site without a mine file, every edge node
 * may send readings of every device. Immutable and serialisable, so that Flink functions can have a
 * field of this class.
 */
public final class DeclaredDevices implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, HashMap<String, HashSet<String>>> bySite = new TreeMap<>();

    private DeclaredDevices() {}

    /** Creates an instance from the given mines. */
    public static DeclaredDevices of(MineSites mines) {
        DeclaredDevices declared = new DeclaredDevices();
        for (MineSite mine : mines.bySite().values()) {
            HashMap<String, HashSet<String>> devices = new HashMap<>();
            for (EdgeNode node : mine.edgeNodes()) {
                devices.put(node.id(), new HashSet<>(node.deviceIds()));
            }
            if (!devices.isEmpty()) {
                declared.bySite.put(mine.site(), devices);
            }
        }
        return declared;
    }

    /** The sites whose mine files declare edge nodes, sorted. */
    public List<String> sites() {
        return List.copyOf(bySite.keySet());
    }

    /**
     * The reason why an edge node may not send any message; empty if the edge node may send
     * messages.
     */
    public Optional<SparkplugFault> nodeFault(SparkplugTopic topic) {
        Map<String, HashSet<String>> nodes = bySite.get(topic.group());
        return nodes == null || nodes.containsKey(topic.node())
                ? Optional.empty()
                : Optional.of(
                        new SparkplugFault(
                                "topic", "node " + topic.node(), "an edge node of the mine file"));
    }

    /**
     * The reason why an edge node that may send messages may not send messages about the device in
     * the topic; empty if it may.
     */
    public Optional<SparkplugFault> deviceFault(SparkplugTopic topic) {
        Map<String, HashSet<String>> nodes = bySite.get(topic.group());
        boolean own =
                nodes == null
                        || topic.device() == null
                        || nodes.get(topic.node()).contains(topic.device());
        return own
                ? Optional.empty()
                : Optional.of(
                        new SparkplugFault(
                                "topic",
                                "device " + topic.device() + " of node " + topic.node(),
                                "a device that the mine file declares for this node"));
    }
}
