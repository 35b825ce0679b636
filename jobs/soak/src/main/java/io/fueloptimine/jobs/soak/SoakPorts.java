package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.local.stack.Ports;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a soak, all on the loopback address.
 *
 * @param of those that every run has
 * @param zooKeeper ZooKeeper's
 */
public record SoakPorts(Ports of, int zooKeeper) {

    /** The ports that somebody else holds, each as a line that names the option to change it. */
    List<String> taken() {
        List<String> taken = new ArrayList<>(of.taken());
        Ports.check(taken, zooKeeper, "ZooKeeper", "--zookeeper-port");
        return taken;
    }
}
