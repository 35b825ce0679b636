package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.simulator.delivery.WireFormat;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Produces the MQTT messages of the machines of a simulated mine, without duplicates. The same site
 * gives the same messages. Not thread-safe.
 */
final class SimulatedMessages {

    private static final long SEED = 1;

    private final WireFormat wire;
    private final Pit pit;
    private final Queue<OutboundMessage> pending = new ArrayDeque<>();

    SimulatedMessages(MineSite site) {
        wire = new WireFormat(site.site());
        pit = new Pit(site, PitSettings.of(SEED), Conditions.NONE, this::add);
    }

    /** Returns the next messages. */
    List<OutboundMessage> next(int count) {
        List<OutboundMessage> messages = new ArrayList<>(count);
        while (messages.size() < count) {
            if (pending.isEmpty()) {
                pit.advanceTo(pit.now().plusSeconds(1));
            } else {
                messages.add(pending.remove());
            }
        }
        return messages;
    }

    private void add(MachineMessage message) {
        pending.add(
                new OutboundMessage(
                        message.machineId(), wire.topicOf(message), wire.jsonOf(message)));
    }
}
