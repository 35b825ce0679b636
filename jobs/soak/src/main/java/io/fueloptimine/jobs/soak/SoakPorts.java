package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.local.stack.Ports;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a soak, all on the loopback address.
 *
 * @param common the ports that every run has
 * @param zooKeeper the port of ZooKeeper
 */
public record SoakPorts(Ports common, int zooKeeper) {

    /** The ports that are in use, each as a line that names the option to change it. */
    List<String> taken() {
        List<String> taken = new ArrayList<>(common.taken());
        Ports.check(taken, zooKeeper, "ZooKeeper", "--zookeeper-port");
        return taken;
    }
}
