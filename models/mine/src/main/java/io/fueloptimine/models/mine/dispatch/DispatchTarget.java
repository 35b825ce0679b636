package io.fueloptimine.models.mine.dispatch;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.List;

/**
 * Rates that people require for a time: a record of the topic {@code dispatch.targets}, which job
 * dispatch reads. The plans follow the rates from {@code from} on, and the dig plan again from
 * {@code until} on; both times are compared with the time of the fleet. Records of the topic are
 * checked before an instance is created, so that each fault is answered; this constructor only
 * requires the fields. Immutable.
 *
 * @param targetId the id by which a repeated record is recognised
 * @param site the mine
 * @param from when the rates begin (UTC)
 * @param until when the rates end (UTC)
 * @param items the rates, at least one
 * @param user who requires the rates
 * @param reason why, as text for people
 */
public record DispatchTarget(
        String targetId,
        String site,
        Instant from,
        Instant until,
        List<Item> items,
        String user,
        String reason)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(DispatchTarget.class);

    public DispatchTarget {
        CHECK.required("targetId", targetId)
                .required("site", site)
                .required("from", from)
                .required("until", until)
                .required("items", items);
        items = List.copyOf(items);
    }

    /**
     * The rate of one face, dump or material.
     *
     * @param faceId the face; null when the rate is for a dump or a material
     * @param material the material; null when the rate is for a face or for every material of a
     *     dump
     * @param dumpId the dump; null when the rate is for a face or a material
     * @param minTph least rate, t/h; null for none
     * @param maxTph highest rate, t/h; null for none
     * @param priority the priority of the least rate, from 1; lower numbers come first; null for
     *     the priority in the dig plan
     */
    public record Item(
            String faceId,
            Material material,
            String dumpId,
            Double minTph,
            Double maxTph,
            Integer priority) {}

    /** Whether the rates apply at a time: from {@code from} on, until before {@code until}. */
    public boolean isActiveAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** The site, so that the targets of a site are read in the order in which they were written. */
    @Override
    public String topicKey() {
        return site;
    }
}
