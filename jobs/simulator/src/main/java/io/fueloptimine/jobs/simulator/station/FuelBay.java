package io.fueloptimine.jobs.simulator.station;

import io.fueloptimine.jobs.simulator.message.SensorResolution;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/** The fuel bay: a few nozzles, a queue, and a meter that publishes every refuelling. */
public final class FuelBay {

    private static final int NOZZLES = 3;

    private final PitContext context;
    private final String locationId;
    private final MachinePublisher publisher;
    private final Queue<ServedTruck> queue = new ArrayDeque<>();
    private int busyNozzles;

    FuelBay(PitContext context, String locationId) {
        this.context = context;
        this.locationId = locationId;
        publisher = new MachinePublisher(context, EquipmentKind.FUELBAY, locationId);
    }

    public String locationId() {
        return locationId;
    }

    public MachinePublisher publisher() {
        return publisher;
    }

    /**
     * Takes a nozzle for the truck if one is free; otherwise adds the truck to the queue.
     *
     * @return whether the truck has a nozzle
     */
    public boolean arrive(ServedTruck truck) {
        if (busyNozzles < NOZZLES) {
            busyNozzles++;
            return true;
        }
        queue.add(truck);
        return false;
    }

    /** Releases a nozzle; the next truck in the queue starts refuelling. */
    public void leave(long nowMs) {
        ServedTruck next = queue.poll();
        if (next == null) {
            busyNozzles--;
        } else {
            next.startRefuelling(nowMs);
        }
    }

    /** Fills a tank and publishes the refuelling. */
    public void dispense(String machineId, FuelTank tank, double litres, long startMs, long endMs) {
        double beforePct = tank.levelPct();
        double dispensedL = tank.dispense(litres);
        context.counters().addDispensed(dispensedL);
        double durationS = (endMs - startMs) / 1_000.0;
        context.observer().refuel(machineId, endMs, dispensedL, durationS);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("truckId", machineId);
        body.put("startedAt", context.instant(startMs));
        body.put("durationS", durationS);
        body.put("dispensedL", SensorResolution.to(dispensedL, 0.1));
        body.put("levelBeforePct", SensorResolution.to(beforePct, 0.4));
        body.put("levelAfterPct", SensorResolution.to(tank.levelPct(), 0.4));
        publisher.publish(ReadingStream.REFUEL, endMs, body);
    }
}
