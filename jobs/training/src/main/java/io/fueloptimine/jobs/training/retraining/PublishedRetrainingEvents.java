package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.jobs.training.report.ModelVersions;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the events of retraining on {@code models.champion} and {@code models.trained} and
 * writes them to the SQL tables {@code retraining} and {@code model_version}. A failure of Kafka
 * causes an exception; a failure of SQL is only logged.
 */
public final class PublishedRetrainingEvents implements RetrainingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedRetrainingEvents.class);

    private final KafkaPublisher kafka;
    private final SqlConnection sql;
    private final ModelRegistry registry;

    public PublishedRetrainingEvents(
            KafkaPublisher kafka, SqlConnection sql, ModelRegistry registry) {
        this.kafka = kafka;
        this.sql = sql;
        this.registry = registry;
    }

    @Override
    public void announce(ModelAnnouncement announcement) {
        kafka.publish(Topics.MODELS_CHAMPION, announcement.name(), announcement);
    }

    /**
     * Writes the outcome to SQL before Kafka, so that consumers of the topic find it in the tables.
     */
    @Override
    public void publish(RetrainingOutcome outcome) {
        try {
            SqlTables.writeRetraining(sql, outcome);
            SqlTables.writeModelVersions(sql, ModelVersions.in(registry));
        } catch (SQLException e) {
            LOG.warn("The outcome of request {} was not written to SQL", outcome.requestId(), e);
        }
        kafka.publish(Topics.MODELS_TRAINED, outcome.modelName(), outcome);
    }
}
