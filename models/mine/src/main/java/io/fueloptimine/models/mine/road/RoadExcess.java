package io.fueloptimine.models.mine.road;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;
import java.util.List;

/**
 * What a road segment costs beyond its published rolling resistance, learned from what the trucks
 * burnt on it. Each record replaces the one before of the same segment.
 *
 * @param site the mine
 * @param segmentId the road segment
 * @param at time up to which the trucks' passes were used (UTC)
 * @param passes number of passes that were used
 * @param excessPct rolling resistance above the published one, % of weight; negative for a better
 *     road
 * @param standardErrorPct standard error of {@code excessPct}, with the error of the model
 * @param lowPct lower bound of {@code excessPct}, at 95 % for all segments of the site together
 * @param excessRatio litres above the expected ones, divided by the expected litres of the same
 *     passes
 * @param litresPerDay litres above the expected ones at the traffic of these passes, L per day
 * @param litresPerDayLow lower end of the 95 % interval of {@code litresPerDay}
 * @param litresPerDayHigh upper end of the 95 % interval of {@code litresPerDay}
 * @param gradingRank 1 for the segment that loses most litres per day; only segments with {@code
 *     lowPct} above 0 have a rank, null for the others
 * @param speeds the speeds at which each class drove the segment, as far as there were enough
 *     passes; empty in records of earlier releases
 */
public record RoadExcess(
        String site,
        String segmentId,
        Instant at,
        int passes,
        double excessPct,
        double standardErrorPct,
        double lowPct,
        double excessRatio,
        double litresPerDay,
        double litresPerDayLow,
        double litresPerDayHigh,
        Integer gradingRank,
        List<SegmentSpeed> speeds)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(RoadExcess.class);

    public RoadExcess {
        CHECK.name("site", site).required("segmentId", segmentId).required("at", at);
        speeds = speeds == null ? List.of() : List.copyOf(speeds);
    }

    /** The key {@code site/segmentId}. */
    @Override
    public String topicKey() {
        return RoadState.keyOf(site, segmentId);
    }

    /** A copy with a rank. */
    public RoadExcess withGradingRank(int rank) {
        return new RoadExcess(
                site,
                segmentId,
                at,
                passes,
                excessPct,
                standardErrorPct,
                lowPct,
                excessRatio,
                litresPerDay,
                litresPerDayLow,
                litresPerDayHigh,
                rank,
                speeds);
    }
}
