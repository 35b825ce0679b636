package io.fueloptimine.jobs.simulator.station;

import io.fueloptimine.jobs.simulator.SmallMine;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.site.PitContext;
import java.util.ArrayList;
import java.util.List;

/** The stations of the small mine, with the messages that they publish. */
final class StationMine {

    static final long START_MS = 1_767_600_000_000L;

    final List<MachineMessage> messages = new ArrayList<>();
    final PitContext context;
    final Stations stations;

    StationMine(Conditions conditions) {
        context =
                new PitContext(SmallMine.SITE, 5, 0, conditions, messages::add, MineObserver.NONE);
        stations = Stations.of(context);
        dump().begin(START_MS);
    }

    FuelBay fuelBay() {
        return stations.fuelBays().get("B1");
    }

    DumpStation dump() {
        return stations.dumpStations().get("D1");
    }

    LoadingStation shovel() {
        return stations.loadingStations().get("S1");
    }

    /** The states of the shovel that it has published, in order. */
    List<Object> shovelStates() {
        return messages.stream()
                .filter(message -> message.machineId().equals("S1"))
                .map(message -> message.body().get("state"))
                .toList();
    }

    /** A truck that records what the stations do with it. */
    static final class RecordedTruck implements ServedTruck {

        final List<String> events = new ArrayList<>();
        private final String id;
        private final double loadT;

        RecordedTruck(String id) {
            this(id, 250);
        }

        RecordedTruck(String id, double loadT) {
            this.id = id;
            this.loadT = loadT;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void startSpotting(long nowMs) {
            events.add("spot");
        }

        @Override
        public void waitForLoading(long nowMs) {
            events.add("wait");
        }

        @Override
        public void waitForDump(long nowMs) {
            events.add("wait");
        }

        @Override
        public void enterDumpBay(long nowMs) {
            events.add("dump");
        }

        @Override
        public void startRefuelling(long nowMs) {
            events.add("refuel");
        }

        @Override
        public double cycleLoadT() {
            return loadT;
        }

        @Override
        public double payloadOnBodyT(long nowMs) {
            return 0;
        }
    }
}
