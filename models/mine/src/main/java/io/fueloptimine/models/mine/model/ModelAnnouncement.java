package io.fueloptimine.models.mine.model;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * The announcement that a model version became champion.
 *
 * @param name the name of the model, such as {@code fuel-window}
 * @param version the version in the registry, from 1
 * @param announcedAt time of the announcement (UTC)
 */
public record ModelAnnouncement(String name, int version, Instant announcedAt)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(ModelAnnouncement.class);

    public ModelAnnouncement {
        CHECK.required("name", name);
    }

    @Override
    public String topicKey() {
        return name;
    }
}
