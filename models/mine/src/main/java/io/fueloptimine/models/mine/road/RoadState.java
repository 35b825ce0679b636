package io.fueloptimine.models.mine.road;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * The condition of one road segment: a record of the compacted topic {@code road.states}, keyed by
 * {@link #key}. Job alarms writes this topic, job dispatch reads it.
 *
 * @param site the mine
 * @param segmentId the segment as the mine file names it; {@link #ALL_SEGMENTS} for every road of
 *     the site
 * @param state the condition
 * @param since when the condition began, event time (UTC)
 * @param until when the condition ends unless it is reported again (UTC); null when it has no end
 * @param source the source of the condition
 * @param noteId the reading id of the note; null when the source is not a note
 * @param confidence confidence that the source assigns, 0 to 1; null when the source assigns none
 */
public record RoadState(
        String site,
        String segmentId,
        RoadCondition state,
        Instant since,
        Instant until,
        RoadStateSource source,
        String noteId,
        Double confidence)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(RoadState.class);

    public RoadState {
        CHECK.name("site", site)
                .required("segmentId", segmentId)
                .required("state", state)
                .required("since", since);
    }

    /** The segment id that stands for all roads of a site, for example after rain. */
    public static final String ALL_SEGMENTS = "*";

    /** The key {@code site/segmentId}; each segment of each site has one state. */
    public String key() {
        return keyOf(site, segmentId);
    }

    /** The key of the state of a road segment. */
    public static String keyOf(String site, String segmentId) {
        return site + "/" + segmentId;
    }

    @Override
    public String topicKey() {
        return key();
    }
}
