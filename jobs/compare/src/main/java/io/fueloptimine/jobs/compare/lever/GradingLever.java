package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Graders repair the roads that lose most litres per day first, with the same metres of road as
 * without the lever. Damage of a road is repaired with it; routine grading repairs ruts only. A
 * repaired road is not ordered again for a while. Not thread-safe.
 */
public final class GradingLever implements ActiveLever {

    private static final int EVERY_S = 3_600;

    /** The newest passes must show that a repair did not help before it is ordered again. */
    private static final Duration REST = Duration.ofHours(8);

    /** Share of the damage that a grader leaves, as of ruts. */
    private static final double LEFT_SHARE = 0.15;

    private final RoadObservation roads;
    private final Map<String, Instant> repaired = new HashMap<>();

    public GradingLever(MineSite mine) {
        roads = new RoadObservation(mine);
    }

    @Override
    public double damagePct(String segmentId, double givenPct, Instant time) {
        Instant at = repaired.get(segmentId);
        return at == null || time.isBefore(at) ? givenPct : LEFT_SHARE * givenPct;
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
    public void gradedAsOrdered(String segmentId, long atMs) {
        repaired.put(segmentId, Instant.ofEpochMilli(atMs));
    }

    @Override
    public void act(Instant now, Pit pit) {
        if (now.getEpochSecond() % EVERY_S == 0) {
            pit.gradeFirst(ranked(now));
        }
    }

    private List<String> ranked(Instant now) {
        return roads.learned(now).stream()
                .filter(excess -> excess.gradingRank() != null)
                .map(RoadExcess::segmentId)
                .filter(id -> !repaired.getOrDefault(id, Instant.EPOCH).plus(REST).isAfter(now))
                .toList();
    }
}
