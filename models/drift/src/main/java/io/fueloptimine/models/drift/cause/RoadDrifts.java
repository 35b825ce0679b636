package io.fueloptimine.models.drift.cause;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.models.mine.road.RoadExcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds road segments on which all trucks burn more than on the other segments of the site: wet or
 * damaged roads. A segment is compared with the median segment, so that rain on all roads, which is
 * a drift of the fleet, is no drift of each road. While the fleet has drifted, and when more than
 * {@value #MOST} segments stand out at once, no event of a single road begins: the cause is then
 * not one road. The drift of a segment that is not compared for {@link #WITHOUT_EVIDENCE}, because
 * no truck drives there, ends. Stateless and thread-safe.
 */
public final class RoadDrifts {

    /** The metric of the events: rolling resistance above the published one, % of weight. */
    public static final String METRIC = "excessPct";

    /** No more segments than these drift at once by causes of their own. */
    static final int MOST = 3;

    /** With fewer segments there is nothing to compare with. */
    static final int FEWEST = 3;

    /**
     * Rolling resistance above that of the median segment, % of weight, at the lower bound of the
     * 95 % interval: a third of what a wet road adds (1 to 2 points, see RR 2 to 2.5 % on dry and
     * 3.5 to 4.5 % on wet roads).
     */
    static final double BEGINS_PCT = 0.5;

    /** The drift has ended below this distance from the median segment, % of weight. */
    static final double ENDS_PCT = 0.25;

    /** After this time without a comparison, in event time, a drift has ended. */
    public static final Duration WITHOUT_EVIDENCE = Duration.ofDays(2);

    /** Stands for the version of the model: roads are measured without one. */
    private static final String NO_MODEL = "none";

    private RoadDrifts() {}

    /**
     * The step of one hour.
     *
     * @param rows the segments of a site, at one time
     */
    public static OpenDrifts.Step step(OpenDrifts open, List<RoadExcess> rows) {
        if (rows.size() < FEWEST) {
            return new OpenDrifts.Step(open, List.of());
        }
        double median = median(rows);
        List<RoadExcess> sorted =
                rows.stream().sorted(Comparator.comparing(RoadExcess::segmentId)).toList();
        Map<String, Double> roads = new TreeMap<>(open.roads());
        List<DriftEvent> events = new ArrayList<>();
        List<RoadExcess> begin = new ArrayList<>();
        for (RoadExcess row : sorted) {
            boolean known = roads.containsKey(row.segmentId());
            if (known && row.excessPct() - median < ENDS_PCT) {
                double during = roads.remove(row.segmentId());
                events.add(event(row, during, row.excessPct(), 0, true));
            } else if (!known && row.lowPct() - median > BEGINS_PCT) {
                begin.add(row);
            }
        }
        if (!open.fleet() && begin.size() <= MOST) {
            long passes = rows.stream().mapToLong(RoadExcess::passes).sum();
            for (RoadExcess row : begin) {
                roads.put(row.segmentId(), row.excessPct());
                events.add(event(row, median, row.excessPct(), passes - row.passes(), false));
            }
        }
        Set<String> seen = sorted.stream().map(RoadExcess::segmentId).collect(Collectors.toSet());
        return new OpenDrifts.Step(open.withRoads(roads, seen, rows.get(0).at()), events);
    }

    /** The step that ends the drifts of segments without evidence. */
    public static OpenDrifts.Step forgotten(OpenDrifts open, String site, Instant at) {
        Map<String, Double> roads = new TreeMap<>(open.roads());
        List<DriftEvent> events = new ArrayList<>();
        for (String segmentId : OpenDrifts.unseen(open.roadsSeenMs(), at, WITHOUT_EVIDENCE)) {
            double during = roads.remove(segmentId);
            events.add(
                    event(
                            site,
                            segmentId,
                            at,
                            new Change(during, during, 0, 0, true),
                            "no passes for " + WITHOUT_EVIDENCE.toHours() + " h"));
        }
        return new OpenDrifts.Step(open.withRoads(roads, Set.of(), at), events);
    }

    private record Change(
            double before, double after, long passesBefore, long passes, boolean ended) {}

    private static double median(List<RoadExcess> rows) {
        double[] sorted = rows.stream().mapToDouble(RoadExcess::excessPct).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static DriftEvent event(
            RoadExcess row, double before, double after, long passesBefore, boolean ended) {
        return event(
                row.site(),
                row.segmentId(),
                row.at(),
                new Change(before, after, passesBefore, row.passes(), ended),
                String.format(
                        Locale.ROOT,
                        "rolling resistance %+.1f points (at least %+.1f) in %d passes; %.0f L a day",
                        row.excessPct(),
                        row.lowPct(),
                        row.passes(),
                        row.litresPerDay()));
    }

    private static DriftEvent event(
            String site, String segmentId, Instant at, Change change, String evidence) {
        return new DriftEvent(
                String.join(
                        "/",
                        site,
                        DriftScope.ROAD.name(),
                        segmentId,
                        METRIC,
                        Long.toString(at.toEpochMilli())),
                site,
                null,
                DriftDetector.REGRESSION,
                METRIC,
                at,
                change.before(),
                change.after(),
                change.passesBefore(),
                change.passes(),
                NO_MODEL,
                DriftKind.PERFORMANCE,
                DriftScope.ROAD,
                segmentId,
                null,
                change.ended(),
                SuspectedCause.ROAD_WET,
                evidence);
    }
}
