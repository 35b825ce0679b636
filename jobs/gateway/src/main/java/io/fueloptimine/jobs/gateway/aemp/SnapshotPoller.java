package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.jobs.gateway.Delivery;
import io.fueloptimine.jobs.gateway.GatewayPublisher;
import io.fueloptimine.jobs.gateway.RejectedRequestException;
import io.fueloptimine.models.message.aemp.AempEquipment;
import io.fueloptimine.models.message.aemp.AempMachine;
import io.fueloptimine.models.message.aemp.AempReading;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Polls a telematics server and publishes what is new, on the machines' telemetry topics, as the
 * machines themselves would.
 *
 * <p>One thread polls; {@link #counts} may be called by every thread.
 */
public final class SnapshotPoller {

    private static final Duration PAGE_LIMIT = Duration.ofSeconds(60);
    private static final int MESSAGES_AT_ONCE = 500;

    /**
     * The most messages of one machine that wait for the broker: a day of readings. Beyond it the
     * machine's snapshots are not taken; its counters contain what was missed.
     */
    private static final int MAX_WAITING = 5_000;

    private final PullSettings settings;
    private final PageSource source;
    private final PolledMachines machines;
    private final Delivery delivery;
    private final Map<String, AempMachine> known;
    private final Map<String, List<String>> waiting;
    private volatile PullCounts counts = PullCounts.NONE;

    private SnapshotPoller(PullSettings settings, PageSource source, Delivery delivery) {
        this.settings = settings;
        this.source = source;
        this.delivery = delivery;
        machines = PolledMachines.read(settings.machinesFile());
        PullState state = PullState.read(settings.stateFile());
        known = new TreeMap<>(state.machines());
        waiting = new TreeMap<>(state.waiting());
    }

    /**
     * Creates a poller.
     *
     * @param publisher publishes the messages; the caller closes it
     * @throws InvalidInputException if the settings have faults
     */
    public static SnapshotPoller open(PullSettings settings, GatewayPublisher publisher)
            throws IOException {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new InvalidInputException("snapshots cannot be pulled", faults);
        }
        PageSource source =
                settings.isFile()
                        ? new FilePages()
                        : new HttpPages(
                                HttpPages.client(settings),
                                settings.credentialsFile(),
                                PAGE_LIMIT,
                                pause -> Thread.sleep(pause.toMillis()));
        return of(settings, source, publisher);
    }

    static SnapshotPoller of(PullSettings settings, PageSource source, GatewayPublisher publisher) {
        return new SnapshotPoller(
                settings, source, new Delivery(publisher, settings.acknowledgementLimit()));
    }

    /** What was done since the start. */
    public PullCounts counts() {
        return counts;
    }

    /**
     * Reads one snapshot and publishes what is new in it. When the broker is not available, the
     * messages wait until {@link #deliver} or the next poll.
     *
     * @return what could not be read or published, each as a sentence; empty when all is well
     */
    public List<String> poll() throws InterruptedException {
        FleetSnapshot fleet = FleetSnapshot.read(source, settings.first());
        List<String> problems = new ArrayList<>(fleet.faults());
        int unlisted = 0;
        for (AempEquipment equipment : fleet.equipment()) {
            Optional<PolledMachines.Machine> machine = machines.find(equipment);
            machine.ifPresent(listed -> take(listed, equipment));
            unlisted += machine.isPresent() ? 0 : 1;
        }
        counts = counts.with(fleet, unlisted, waitingMessages());
        write(problems);
        problems.addAll(deliver());
        return List.copyOf(problems);
    }

    /**
     * Publishes the messages that wait for the broker.
     *
     * @return why they could not be published; empty when none is left
     */
    public List<String> deliver() throws InterruptedException {
        List<String> problems = new ArrayList<>();
        int before = waitingMessages();
        try {
            for (String topic : List.copyOf(waiting.keySet())) {
                deliver(topic);
            }
        } catch (RejectedRequestException e) {
            problems.add(waitingMessages() + " messages wait for the broker: " + e.getMessage());
        }
        int left = waitingMessages();
        if (before > left) {
            counts = counts.with(before - left, left);
            write(problems);
        }
        return List.copyOf(problems);
    }

    private void deliver(String topic) throws RejectedRequestException, InterruptedException {
        List<String> left = waiting.get(topic);
        while (!left.isEmpty()) {
            List<String> part = left.subList(0, Math.min(MESSAGES_AT_ONCE, left.size()));
            delivery.deliver(
                    topic, part.stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toList());
            left = List.copyOf(left.subList(part.size(), left.size()));
            waiting.put(topic, left);
        }
        waiting.remove(topic);
    }

    private void take(PolledMachines.Machine machine, AempEquipment equipment) {
        String topic =
                Topics.mqtt(
                        machines.site(),
                        machine.kind(),
                        machine.machineId(),
                        ReadingStream.TELEMETRY);
        List<String> messages = new ArrayList<>(waiting.getOrDefault(topic, List.of()));
        if (messages.size() > MAX_WAITING) {
            return;
        }
        AempMachine.Update update =
                known.getOrDefault(topic, AempMachine.UNKNOWN)
                        .with(equipment.sections(), settings.longestGap());
        update.readings().forEach(reading -> messages.add(message(machine, reading)));
        known.put(topic, update.machine());
        if (!messages.isEmpty()) {
            waiting.put(topic, List.copyOf(messages));
        }
        counts = counts.with(update);
    }

    private static String message(PolledMachines.Machine machine, AempReading reading) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("time", reading.time());
        machine.equipmentClass().ifPresent(name -> body.put("equipmentClass", name));
        body.putAll(reading.fields());
        return new String(MineJson.toBytes(body), StandardCharsets.UTF_8);
    }

    private void write(List<String> problems) {
        try {
            new PullState(known, waiting).write(settings.stateFile());
        } catch (IOException e) {
            problems.add("state file " + settings.stateFile() + " " + TextFile.reason(e));
        }
    }

    private int waitingMessages() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }
}
