package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * A model version became champion.
 *
 * @param name the model's name, such as {@code fuel-window}
 * @param version its number in the registry, from 1
 * @param announcedAt when (UTC)
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
