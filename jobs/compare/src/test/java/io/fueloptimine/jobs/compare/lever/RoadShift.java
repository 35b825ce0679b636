package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One simulated shift whose roads have their published rolling resistance, but for damaged ones.
 * What the trucks really burn above the published resistance is known from the simulator.
 */
final class RoadShift {

    static final double DAMAGE_PCT = 2;

    private static final int HOURS = 12;

    private final Map<String, Double> publishedPct = new HashMap<>();
    private final Map<String, Double> trueExcessL = new HashMap<>();
    private final Set<String> everRanked = new TreeSet<>();
    private final List<RoadExcess> atEnd;

    RoadShift(MineSite mine, long seed, Set<String> damaged) {
        for (RoadSegment road : mine.roads()) {
            publishedPct.put(
                    road.id(),
                    road.rollingResistancePct() + (damaged.contains(road.id()) ? DAMAGE_PCT : 0));
        }
        List<MachineMessage> messages = new ArrayList<>();
        Pit pit =
                new Pit(
                        mine,
                        new PitSettings(seed, PitSettings.DEFAULT_START, Duration.ofSeconds(5)),
                        conditions(),
                        messages::add,
                        observer());
        RoadObservation observation = new RoadObservation(mine);
        List<RoadExcess> learned = List.of();
        for (int hour = 1; hour <= HOURS; hour++) {
            Instant now = PitSettings.DEFAULT_START.plus(Duration.ofHours(hour));
            pit.advanceTo(now);
            messages.forEach(observation::accept);
            messages.clear();
            learned = observation.learned(now);
            learned.stream()
                    .filter(excess -> excess.gradingRank() != null)
                    .map(RoadExcess::segmentId)
                    .forEach(everRanked::add);
        }
        atEnd = learned;
    }

    /** What was learned at the end of the shift, the ranked segments first. */
    List<RoadExcess> atEnd() {
        return atEnd;
    }

    /** The segments that were ranked at the end of any hour. */
    Set<String> everRanked() {
        return everRanked;
    }

    /** What the trucks really lost on a segment, L per day. */
    double trueLitresPerDay(String segmentId) {
        return trueExcessL.getOrDefault(segmentId, 0.0) * 24 / HOURS;
    }

    private Conditions conditions() {
        return new Conditions() {
            @Override
            public double rollingResistancePct(String segmentId, double surfacePct, Instant time) {
                return publishedPct.get(segmentId);
            }
        };
    }

    private MineObserver observer() {
        return new MineObserver() {
            @Override
            public boolean wantsLegLitres() {
                return true;
            }

            @Override
            public void legLitres(
                    String segmentId,
                    long fromMs,
                    double litres,
                    double publishedL,
                    double factor) {
                trueExcessL.merge(segmentId, factor * (litres - publishedL), Double::sum);
            }
        };
    }
}
