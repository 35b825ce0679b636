package io.fueloptimine.models.dispatch.road;

import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Learns the excess of each road segment from the passes of the trucks, and ranks the segments for
 * the grader.
 *
 * <p>Each record also states the speeds at which the classes drove the segment ({@link
 * PassSpeeds}).
 *
 * <p>One regression explains the litres of all passes by the work at published rolling resistance,
 * with a consumption for each class (litres per kWh, slip, litres per hour), a ratio for each pair
 * of machine and operator, and the excess of each segment. Newer passes weigh more. Passes that do
 * not fit weigh less (Tukey's biweight). Machines that burn too much everywhere therefore do not
 * make a road look bad. The equations are solved with prior standard deviations, so that few passes
 * give a small excess with a large error. Thread-safe.
 */
public final class RoadExcessModel {

    private static final double HOURS_PER_DAY = 24;

    /** Factor of the standard error in a two-sided interval of 95 %. */
    private static final double TWO_SIDED_95 = 1.96;

    private final MineSite mine;
    private final RoadExcessSettings settings;

    public RoadExcessModel(MineSite mine, RoadExcessSettings settings) {
        this.mine = mine;
        this.settings = settings;
    }

    /**
     * The excess of every segment with enough passes, the ranked segments first, in the order of
     * their litres per day.
     *
     * @param passes passes in any order; those after {@code now} and those older than the memory
     *     are left out
     */
    public List<RoadExcess> learn(List<RoadPass> passes, Instant now) {
        long nowMs = now.toEpochMilli();
        long oldestMs = nowMs - settings.memory().toMillis();
        List<RoadPass> used =
                passes.stream()
                        .filter(pass -> pass.endMs() > oldestMs && pass.endMs() <= nowMs)
                        .sorted(
                                Comparator.comparingLong(RoadPass::endMs)
                                        .thenComparing(RoadPass::truckId))
                        .toList();
        if (used.isEmpty()) {
            return List.of();
        }
        PassRegression regression = new PassRegression(mine, settings, used, nowMs);
        List<SegmentFit> fits =
                regression.segments().stream()
                        .filter(fit -> fit.passes() >= settings.leastPasses())
                        .toList();
        double oneSided = NormalQuantile.upper(settings.familyError() / Math.max(1, fits.size()));
        Map<String, List<SegmentSpeed>> speeds = PassSpeeds.of(mine, settings, used, nowMs);
        List<RoadExcess> found = new ArrayList<>();
        for (SegmentFit fit : fits) {
            List<SegmentSpeed> ofSegment = speeds.getOrDefault(fit.segmentId(), List.of());
            found.add(excess(fit, oneSided, now, ofSegment));
        }
        return ranked(found);
    }

    private RoadExcess excess(
            SegmentFit fit, double oneSided, Instant now, List<SegmentSpeed> speeds) {
        double errorPct =
                Math.hypot(
                        fit.standardErrorPct(),
                        settings.modelErrorShare() * fit.expectedL() / fit.pointL());
        double litresPerDayAndPct = fit.pointLPerHour() * HOURS_PER_DAY;
        return new RoadExcess(
                mine.site(),
                fit.segmentId(),
                now,
                fit.passes(),
                fit.excessPct(),
                errorPct,
                fit.excessPct() - oneSided * errorPct,
                fit.excessPct() * fit.pointL() / fit.expectedL(),
                fit.excessPct() * litresPerDayAndPct,
                (fit.excessPct() - TWO_SIDED_95 * errorPct) * litresPerDayAndPct,
                (fit.excessPct() + TWO_SIDED_95 * errorPct) * litresPerDayAndPct,
                null,
                speeds);
    }

    private static List<RoadExcess> ranked(List<RoadExcess> found) {
        Comparator<RoadExcess> mostLitresFirst =
                Comparator.comparingDouble((RoadExcess excess) -> -excess.litresPerDay())
                        .thenComparing(RoadExcess::segmentId);
        List<RoadExcess> ordered = new ArrayList<>();
        found.stream()
                .filter(excess -> excess.lowPct() > 0)
                .sorted(mostLitresFirst)
                .forEach(excess -> ordered.add(excess.withGradingRank(ordered.size() + 1)));
        found.stream()
                .filter(excess -> excess.lowPct() <= 0)
                .sorted(mostLitresFirst)
                .forEach(ordered::add);
        return ordered;
    }
}
