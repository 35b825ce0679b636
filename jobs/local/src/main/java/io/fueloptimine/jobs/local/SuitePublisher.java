package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.mine.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts validation suites on their Kafka topic, from which the running jobs take them. */
public final class SuitePublisher {

    private static final int PATIENCE_MS = 15_000;

    private final String bootstrapServers;

    public SuitePublisher(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Returns when all in-sync replicas have the suite.
     *
     * @throws StackException naming the brokers when they do not answer or refuse
     */
    public void publish(SuiteUpdate update) {
        byte[] key = SuiteUpdate.KEY.getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.QUALITY_SUITES, key, MineJson.toBytes(update)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    private StackException refused(Throwable cause) {
        return StackException.wrongInput(
                "Kafka at "
                        + bootstrapServers
                        + " does not take the suite ("
                        + cause.getMessage()
                        + "); start fuel local, or name the brokers with --kafka");
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS / 2);
    }
}
