package io.fueloptimine.jobs.simulator.publish;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes over several MQTT connections at QoS 1, at least once. A machine always uses the same
 * connection, so that its messages keep their order. The publisher renews a lost connection, and
 * sends unanswered messages again. The settings limit the number of unanswered messages, and thus
 * the memory. Thread-safe.
 */
public final class MqttMessagePublisher implements MessagePublisher {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);

    /**
     * Time limit for the first connection of each client. The limit exceeds the time after which
     * the MQTT client itself gives up.
     */
    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(1);

    private final List<MqttPublisher> publishers;
    private final PublishOutcomes outcomes = new PublishOutcomes();

    private MqttMessagePublisher(List<MqttPublisher> publishers) {
        this.publishers = publishers;
    }

    /**
     * Opens all connections and waits until they are established.
     *
     * @throws BrokerUnreachableException when one connection fails; the method closes the other
     *     connections before
     */
    public static MqttMessagePublisher connect(PublishSettings settings)
            throws BrokerUnreachableException, InterruptedException {
        List<MqttPublisher> publishers = new ArrayList<>();
        for (int i = 0; i < settings.connections(); i++) {
            publishers.add(MqttPublisher.open(publisherSettings(settings, i)));
        }
        MqttMessagePublisher publisher = new MqttMessagePublisher(publishers);
        try {
            for (MqttPublisher each : publishers) {
                each.firstConnection().get(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            return publisher;
        } catch (ExecutionException e) {
            publisher.close();
            String reason = e.getCause().getMessage();
            throw new BrokerUnreachableException(
                    "MQTT broker " + settings.broker() + ": " + reason, e.getCause());
        } catch (TimeoutException e) {
            publisher.close();
            throw new BrokerUnreachableException(
                    "MQTT broker " + settings.broker() + ": no answer within " + CONNECT_LIMIT, e);
        } catch (InterruptedException e) {
            publisher.close();
            throw e;
        }
    }

    private static MqttPublisherSettings publisherSettings(PublishSettings settings, int index) {
        return MqttPublisherSettings.of(
                        settings.connection(), settings.clientIdPrefix() + "-" + index)
                .withMaxInFlight(settings.maxPendingPerConnection())
                .withBackoff(FIRST_BACKOFF, LONGEST_BACKOFF)
                .requiringSubscribers()
                .retryingUntilAnswered();
    }

    @Override
    public void publish(OutboundMessage message) throws InterruptedException {
        int index = Math.floorMod(message.machineId().hashCode(), publishers.size());
        CompletableFuture<Void> answer =
                publishers
                        .get(index)
                        .publish(
                                new OutgoingMessage(
                                        message.topic(), message.payload(), false, null));
        outcomes.accepted();
        answer.whenComplete((done, failure) -> outcomes.answered(message.topic(), failure));
    }

    @Override
    public PublishCounts counts() {
        long repeats = publishers.stream().mapToLong(each -> each.counts().repeats()).sum();
        return outcomes.counts(repeats);
    }

    @Override
    public boolean awaitAnswers(Duration limit) throws InterruptedException {
        return outcomes.awaitNonePending(limit);
    }

    @Override
    public void close() {
        outcomes.close();
        publishers.forEach(MqttPublisher::close);
    }
}
