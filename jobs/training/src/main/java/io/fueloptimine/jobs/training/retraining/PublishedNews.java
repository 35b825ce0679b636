package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.jobs.training.report.ModelVersions;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.RetrainingOutcome;
import io.fueloptimine.models.mine.Topics;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What retraining does, told on {@code models.champion} and {@code models.trained} and in the SQL
 * tables {@code retraining} and {@code model_version}. Kafka must take it; where SQL does not, a
 * warning is logged.
 */
public final class PublishedNews implements RetrainingNews {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedNews.class);

    private final KafkaPublisher kafka;
    private final SqlConnection sql;
    private final ModelRegistry registry;

    public PublishedNews(KafkaPublisher kafka, SqlConnection sql, ModelRegistry registry) {
        this.kafka = kafka;
        this.sql = sql;
        this.registry = registry;
    }

    @Override
    public void announce(ModelAnnouncement announcement) {
        kafka.publish(Topics.MODELS_CHAMPION, announcement.name(), announcement);
    }

    /** SQL before Kafka: who hears of an answer finds it in the tables. */
    @Override
    public void tell(RetrainingOutcome outcome) {
        try {
            SqlTables.writeRetraining(sql, outcome);
            SqlTables.writeModelVersions(sql, ModelVersions.in(registry));
        } catch (SQLException e) {
            LOG.warn("The answer to {} is not in SQL", outcome.requestId(), e);
        }
        kafka.publish(Topics.MODELS_TRAINED, outcome.modelName(), outcome);
    }
}
