package io.fueloptimine.jobs.compare.price;

import io.fueloptimine.jobs.compare.run.DispatchedReadings;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trips of simulated trucks with the litres that an average truck and operator really burn on
 * them. Trips with a stop on the road are left out. Not thread-safe.
 */
final class TrueTrips implements MineObserver {

    /**
     * One trip.
     *
     * @param begunAt time at which the trip began (UTC)
     * @param seconds travel time, s
     * @param litres litres of an average truck of the class with an average operator
     */
    record Trip(
            String className,
            boolean loaded,
            String from,
            String to,
            Instant begunAt,
            double seconds,
            double litres) {}

    private record Begin(Reading reading, double litres) {}

    private final MineSite mine;
    private final DispatchedReadings readings;
    private final Map<String, Double> burntL = new HashMap<>();
    private final Map<String, Begin> begun = new HashMap<>();
    private final List<Trip> trips = new ArrayList<>();

    TrueTrips(MineSite mine) {
        this.mine = mine;
        readings = new DispatchedReadings(mine.site());
    }

    @Override
    public void burnt(String truckId, long untilMs, double litres, double averageL) {
        burntL.merge(truckId, averageL, Double::sum);
    }

    /** Reads a message at the time at which the mine sends it. */
    void accept(MachineMessage message) {
        if (message.kind() == EquipmentKind.HAULTRUCK && message.stream() == ReadingStream.STATE) {
            readings.of(message).ifPresent(this::accept);
        }
    }

    private void accept(Reading now) {
        double litres = burntL.getOrDefault(now.machineId(), 0.0);
        Begin begin = begun.put(now.machineId(), new Begin(now, litres));
        if (begin == null
                || !isTravel(begin.reading().state().state())
                || now.state().state() == ProductionState.STOPPED) {
            return;
        }
        String from = begin.reading().state().locationId();
        String to = now.state().locationId();
        if (from == null || to == null || from.equals(to) || isTravel(now.state().state())) {
            return;
        }
        trips.add(
                new Trip(
                        mine.truck(now.machineId()).orElseThrow().className(),
                        begin.reading().state().state() == ProductionState.HAULING,
                        from,
                        to,
                        begin.reading().time(),
                        Duration.between(begin.reading().time(), now.time()).toMillis() / 1e3,
                        litres - begin.litres()));
    }

    private static boolean isTravel(ProductionState state) {
        return state == ProductionState.HAULING || state == ProductionState.DRIVING;
    }

    List<Trip> trips() {
        return trips;
    }
}
