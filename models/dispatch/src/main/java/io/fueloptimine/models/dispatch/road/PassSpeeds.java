package io.fueloptimine.models.dispatch.road;

import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean speeds of passes by segment, class, direction and load. Newer passes weigh more. The
 * mean is that of the times, so that length / speed is the expected time. Stateless.
 */
final class PassSpeeds {

    /** Speeds are stated in steps of 0.01 km/h. */
    private static final double ROUNDING = 100;

    private static final Comparator<SegmentSpeed> ORDER =
            Comparator.comparing(SegmentSpeed::className)
                    .thenComparing(SegmentSpeed::loaded)
                    .thenComparing(SegmentSpeed::fromLocationId);

    private record Passage(
            String segmentId, String className, boolean loaded, String fromLocationId) {}

    private record Sum(int passes, double weight, double hours) {}

    private PassSpeeds() {}

    /**
     * The speeds by segment, in the order of class, load and direction.
     *
     * @param passes passes, none after {@code nowMs}; those of segments that the mine does not have
     *     are ignored
     */
    static Map<String, List<SegmentSpeed>> of(
            MineSite mine, RoadExcessSettings settings, List<RoadPass> passes, long nowMs) {
        Map<String, Double> lengthKm = new HashMap<>();
        for (RoadSegment road : mine.roads()) {
            lengthKm.put(road.id(), road.lengthM() / 1_000);
        }
        Map<Passage, Sum> sums = new HashMap<>();
        for (RoadPass pass : passes) {
            double age = (nowMs - pass.endMs()) / (double) settings.halfLife().toMillis();
            double weight = Math.pow(0.5, age);
            sums.merge(
                    new Passage(
                            pass.segmentId(),
                            pass.className(),
                            pass.loaded(),
                            pass.fromLocationId()),
                    new Sum(1, weight, weight * pass.hours()),
                    (a, b) ->
                            new Sum(
                                    a.passes() + b.passes(),
                                    a.weight() + b.weight(),
                                    a.hours() + b.hours()));
        }
        Map<String, List<SegmentSpeed>> speeds = new HashMap<>();
        sums.forEach(
                (passage, sum) -> {
                    boolean known = lengthKm.containsKey(passage.segmentId());
                    if (known && sum.passes() >= settings.leastSpeedPasses() && sum.hours() > 0) {
                        speeds.computeIfAbsent(passage.segmentId(), id -> new ArrayList<>())
                                .add(speed(passage, sum, lengthKm.get(passage.segmentId())));
                    }
                });
        speeds.values().forEach(ofSegment -> ofSegment.sort(ORDER));
        return speeds;
    }

    private static SegmentSpeed speed(Passage passage, Sum sum, double lengthKm) {
        double kph = lengthKm * sum.weight() / sum.hours();
        return new SegmentSpeed(
                passage.className(),
                passage.loaded(),
                passage.segmentId(),
                passage.fromLocationId(),
                Math.rint(kph * ROUNDING) / ROUNDING,
                sum.passes());
    }
}
