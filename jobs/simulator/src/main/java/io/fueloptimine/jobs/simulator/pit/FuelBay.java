package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/** The fuel bay: a few nozzles, a queue, and the meter that writes every refuelling down. */
final class FuelBay {

    private static final int NOZZLES = 3;

    final String locationId;
    final Voice voice;
    private final PitWorld world;
    private final Queue<HaulTruck> queue = new ArrayDeque<>();
    private int busyNozzles;

    FuelBay(PitWorld world, String locationId) {
        this.world = world;
        this.locationId = locationId;
        voice = new Voice(world, EquipmentKind.FUELBAY, locationId);
    }

    boolean arrive(HaulTruck truck) {
        if (busyNozzles < NOZZLES) {
            busyNozzles++;
            return true;
        }
        queue.add(truck);
        return false;
    }

    void leave(long nowMs) {
        HaulTruck next = queue.poll();
        if (next == null) {
            busyNozzles--;
        } else {
            next.work.refuel(nowMs);
        }
    }

    /** Fills a tank and writes it down. */
    void meter(String machineId, Tank tank, double litres, long startMs, long endMs) {
        double beforePct = tank.levelPct();
        double dispensedL = tank.dispense(litres);
        world.tally.dispensedL += dispensedL;
        double durationS = (endMs - startMs) / 1_000.0;
        world.ledger.refuel(machineId, endMs, dispensedL, durationS);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("truckId", machineId);
        body.put("startedAt", world.instant(startMs));
        body.put("durationS", durationS);
        body.put("dispensedL", Rounding.to(dispensedL, 0.1));
        body.put("levelBeforePct", Rounding.to(beforePct, 0.4));
        body.put("levelAfterPct", Rounding.to(tank.levelPct(), 0.4));
        voice.say(ReadingStream.REFUEL, endMs, body);
    }
}
