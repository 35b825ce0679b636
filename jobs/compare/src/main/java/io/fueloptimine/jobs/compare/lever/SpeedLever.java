package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;

/**
 * Gives the dispatch every hour the speeds at which the trucks drove the roads, as job fuel does.
 * Not thread-safe.
 */
public final class SpeedLever implements ActiveLever {

    private static final int EVERY_S = 3_600;

    private final RoadObservation roads;

    public SpeedLever(MineSite mine) {
        roads = new RoadObservation(mine);
    }

    @Override
    public boolean needsTelemetry() {
        return true;
    }

    @Override
    public void accept(MachineMessage message) {
        roads.accept(message);
    }

    @Override
    public List<RoadExcess> learnedRoads(Instant now) {
        return now.getEpochSecond() % EVERY_S == 0 ? roads.learned(now) : List.of();
    }
}
