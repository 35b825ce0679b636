package io.fueloptimine.jobs.simulator.physics;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The true rolling resistance of every road segment, which nothing publishes.
 *
 * <p>The mine file's value is off by a factor that belongs to the segment. Traffic adds ruts until
 * a grader passes; hours without water add loose dust until a water truck passes. Published values
 * for haul roads are 1.5 to 2 % for a hard, maintained surface and 5 % and more for a rutted one;
 * the amounts here are chosen within that range. Not thread-safe.
 */
public final class RoadSurfaces {

    /** Standard deviation of the logarithm of true by published resistance of a fresh road. */
    private static final double UNPUBLISHED_SIGMA = 0.14;

    /** Resistance that ruts add at most, % of weight. */
    private static final double MAX_RUTS_PCT = 1.1;

    /** Truck mass after which a fresh road has 63 % of its ruts, t. */
    private static final double RUTTING_T = 150_000;

    /** Share of the ruts that a grader leaves. */
    private static final double LEFT_BY_GRADER = 0.15;

    /** Resistance that dust adds at most, % of weight. */
    private static final double MAX_DUST_PCT = 0.35;

    /** Time after which a watered road has 63 % of its dust, h. */
    private static final double DRYING_H = 3;

    private static final double MS_PER_HOUR = 3_600_000;

    private static final long NEVER_MS = Long.MIN_VALUE;

    private static final class Surface {
        private final RoadSegment segment;
        private final double freshPct;
        private double ruts;
        private long wateredMs = NEVER_MS;

        Surface(RoadSegment segment, long seed) {
            this.segment = segment;
            SeededRandom random = SeededRandom.of(seed, segment.id() + "surface");
            freshPct =
                    segment.rollingResistancePct()
                            * Math.exp(UNPUBLISHED_SIGMA * random.gaussian());
            ruts = random.uniform(0, 0.5);
        }

        double dust(long nowMs) {
            return wateredMs == NEVER_MS
                    ? 1
                    : 1 - Math.exp(-(nowMs - wateredMs) / (DRYING_H * MS_PER_HOUR));
        }
    }

    private final Map<String, Surface> surfaces = new LinkedHashMap<>();
    private final Deque<String> ordered = new ArrayDeque<>();

    /** The roads at the beginning, before a water truck has passed. */
    public RoadSurfaces(List<RoadSegment> roads, long seed) {
        roads.forEach(road -> surfaces.put(road.id(), new Surface(road, seed)));
    }

    /** Rolling resistance of a dry segment, % of weight. */
    public double rollingResistancePct(String segmentId, long nowMs) {
        Surface surface = surfaces.get(segmentId);
        return surface.freshPct + MAX_RUTS_PCT * surface.ruts + MAX_DUST_PCT * surface.dust(nowMs);
    }

    /** A truck of that mass has driven over a segment. */
    public void driven(String segmentId, double massT) {
        Surface surface = surfaces.get(segmentId);
        surface.ruts += (1 - surface.ruts) * massT / RUTTING_T;
    }

    /**
     * Graders repair these segments next, in this order, and then the most rutted ones. Without
     * this call they repair the most rutted ones only.
     */
    public void gradeFirst(List<String> segmentIds) {
        ordered.clear();
        segmentIds.stream().filter(surfaces::containsKey).forEach(ordered::add);
    }

    /**
     * A grader repairs the ordered segments, and then the most rutted ones.
     *
     * @return the ordered segments that were repaired
     */
    public List<String> grade(double metres) {
        List<String> repaired = new ArrayList<>();
        double leftM = metres;
        while (leftM > 0 && !ordered.isEmpty()) {
            String segmentId = ordered.poll();
            surfaces.get(segmentId).ruts *= LEFT_BY_GRADER;
            leftM -= surfaces.get(segmentId).segment.lengthM();
            repaired.add(segmentId);
        }
        treat(
                leftM,
                Comparator.comparingDouble(surface -> -surface.ruts),
                surface -> surface.ruts *= LEFT_BY_GRADER);
        return repaired;
    }

    /** A water truck waters the segments that have been dry for longest. */
    public void water(double metres, long nowMs) {
        treat(
                metres,
                Comparator.comparingLong(surface -> surface.wateredMs),
                surface -> surface.wateredMs = nowMs);
    }

    /** The state of each segment, by segment id. */
    public Map<String, RoadSurfaceState> snapshot() {
        Map<String, RoadSurfaceState> states = new LinkedHashMap<>();
        surfaces.forEach(
                (id, surface) ->
                        states.put(id, new RoadSurfaceState(surface.ruts, surface.wateredMs)));
        return states;
    }

    /** Continues from a snapshot; segments that are new in the mine file keep their beginning. */
    public void restore(Map<String, RoadSurfaceState> states) {
        states.forEach(
                (id, state) -> {
                    Surface surface = surfaces.get(id);
                    if (surface != null) {
                        surface.ruts = state.ruts();
                        surface.wateredMs = state.wateredMs();
                    }
                });
    }

    private void treat(double metres, Comparator<Surface> worstFirst, Consumer<Surface> treatment) {
        double leftM = metres;
        List<Surface> order =
                surfaces.values().stream()
                        .sorted(worstFirst.thenComparing((Surface surface) -> surface.segment.id()))
                        .toList();
        for (Surface surface : order) {
            if (leftM <= 0) {
                return;
            }
            treatment.accept(surface);
            leftM -= surface.segment.lengthM();
        }
    }
}
