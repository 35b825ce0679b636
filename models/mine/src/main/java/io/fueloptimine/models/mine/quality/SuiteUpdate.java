package io.fueloptimine.models.mine.quality;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * A validation suite that replaces the current one, as published by {@code fuel rules publish}.
 *
 * @param yaml the suite file's text
 * @param publishedAt when the suite was published (UTC)
 */
public record SuiteUpdate(String yaml, Instant publishedAt) implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(SuiteUpdate.class);

    public SuiteUpdate {
        CHECK.required("yaml", yaml);
    }

    @Override
    public String topicKey() {
        return KEY;
    }

    /**
     * The key of every update on the Kafka topic; all updates have the same key, so that compaction
     * keeps the latest one.
     */
    public static final String KEY = "suite";
}
