package io.fueloptimine.jobs.cli.cluster;

import io.fueloptimine.jobs.local.stack.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for conditions of a cluster.
 *
 * @param limit the longest time for one condition
 */
record ClusterWait(InstalledCluster cluster, ClusterRest rest, Duration limit) {

    /**
     * Waits until a condition holds. Starts the JobManager again if it has ended, as an init system
     * does.
     *
     * @throws AssertionError if the condition does not hold within the limit; the message has what
     *     the JobManager answered last and the last lines of each process
     */
    void until(String what, BooleanSupplier condition) {
        boolean holds =
                Await.holdsWithin(
                        limit,
                        () -> {
                            cluster.restartEndedJobManager();
                            return condition.getAsBoolean();
                        });
        if (!holds) {
            throw new AssertionError(
                    String.join(
                            System.lineSeparator(),
                            "waited " + limit.toSeconds() + " s in vain for: " + what,
                            "last seen: " + rest.lastSeen(),
                            cluster.states()));
        }
    }
}
