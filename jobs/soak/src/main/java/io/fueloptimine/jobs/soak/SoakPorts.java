package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.local.stack.Ports;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a soak test, all on the loopback address.
 *
 * @param common the ports of the servers that every local run has
 * @param zooKeeper the port of ZooKeeper
 */
public record SoakPorts(Ports common, int zooKeeper) {

    /** The use of each port. */
    List<Ports.Use> uses() {
        List<Ports.Use> uses = new ArrayList<>(common.uses());
        uses.add(new Ports.Use(zooKeeper, "ZooKeeper", "--zookeeper-port"));
        return uses;
    }
}
