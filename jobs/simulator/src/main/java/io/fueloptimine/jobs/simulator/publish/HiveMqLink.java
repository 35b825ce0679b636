package io.fueloptimine.jobs.simulator.publish;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A link by the HiveMQ client, without its automatic reconnect: that one keeps the window of the
 * lost connection and can hang. Thread-safe.
 */
public final class HiveMqLink implements MqttLink {

    private static final long CONNECT_TIMEOUT_S = 10;

    /** Answers that say "not now" rather than "never". */
    private static final Set<Mqtt5PubAckReasonCode> PASSING =
            Set.of(
                    Mqtt5PubAckReasonCode.UNSPECIFIED_ERROR,
                    Mqtt5PubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR,
                    Mqtt5PubAckReasonCode.PACKET_IDENTIFIER_IN_USE,
                    Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);

    private final Mqtt5AsyncClient client;
    private final int receiveMaximum;

    private HiveMqLink(Mqtt5AsyncClient client, int receiveMaximum) {
        this.client = client;
        this.receiveMaximum = receiveMaximum;
    }

    static HiveMqLink connect(MqttSettings settings, String clientId)
            throws LinkException, InterruptedException {
        Mqtt5AsyncClient client = builderOf(settings, clientId).buildAsync();
        try {
            Mqtt5ConnAck answer =
                    client.connectWith()
                            .cleanStart(true)
                            .send()
                            .get(CONNECT_TIMEOUT_S, TimeUnit.SECONDS);
            return new HiveMqLink(client, answer.getRestrictions().getReceiveMaximum());
        } catch (ExecutionException e) {
            throw new LinkException(where(settings) + reasonOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            client.disconnect();
            throw new LinkException(
                    where(settings) + "no answer within " + CONNECT_TIMEOUT_S + " s", e);
        }
    }

    /** A client by that name, with the settings' user. */
    public static Mqtt5ClientBuilder builderOf(MqttSettings settings, String clientId) {
        Mqtt5ClientBuilder builder =
                Mqtt5Client.builder()
                        .identifier(clientId)
                        .serverHost(settings.host())
                        .serverPort(settings.port());
        settings.credentials()
                .ifPresent(
                        credentials ->
                                builder.simpleAuth()
                                        .username(credentials.username())
                                        .password(
                                                credentials
                                                        .password()
                                                        .getBytes(StandardCharsets.UTF_8))
                                        .applySimpleAuth());
        return builder;
    }

    private static String where(MqttSettings settings) {
        return "MQTT broker " + settings.host() + ":" + settings.port() + ": ";
    }

    private static String reasonOf(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    @Override
    public int receiveMaximum() {
        return receiveMaximum;
    }

    @Override
    public CompletionStage<Answer> publish(OutboundMessage message) {
        Mqtt5Publish publish;
        try {
            publish =
                    Mqtt5Publish.builder()
                            .topic(message.topic())
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(message.payload())
                            .build();
        } catch (IllegalArgumentException noTopicOfMqtt) {
            return CompletableFuture.completedFuture(Answer.REFUSED);
        }
        return client.publish(publish).handle(HiveMqLink::answerOf);
    }

    private static Answer answerOf(Mqtt5PublishResult result, Throwable failure) {
        Throwable fault =
                failure instanceof CompletionException wrapper ? wrapper.getCause() : failure;
        if (fault == null) {
            fault = result.getError().orElse(null);
        }
        if (fault == null) {
            return unheard(result) ? Answer.UNHEARD : Answer.ACCEPTED;
        }
        if (fault instanceof Mqtt5PubAckException refusal
                && !PASSING.contains(refusal.getMqttMessage().getReasonCode())) {
            return Answer.REFUSED;
        }
        throw new CompletionException(fault);
    }

    private static boolean unheard(Mqtt5PublishResult result) {
        return result instanceof Mqtt5PublishResult.Mqtt5Qos1Result qos1
                && qos1.getPubAck().getReasonCode()
                        == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS;
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
