package io.fueloptimine.connectors.mqtt.publisher;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * Converts messages to those of the HiveMQ client, and results and exceptions of the client to
 * exceptions of this package.
 */
final class PublishMessages {

    private static final long LONGEST_EXPIRY_S = 4_294_967_295L;

    /**
     * Reason codes that concern the message itself, and not the state of the broker or the
     * permissions of the client.
     */
    private static final Set<Mqtt5PubAckReasonCode> MESSAGE_FAULTS =
            EnumSet.of(
                    Mqtt5PubAckReasonCode.TOPIC_NAME_INVALID,
                    Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);

    /** Reason codes of temporary conditions; another attempt may succeed. */
    private static final Set<Mqtt5PubAckReasonCode> TEMPORARY =
            EnumSet.of(
                    Mqtt5PubAckReasonCode.UNSPECIFIED_ERROR,
                    Mqtt5PubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR,
                    Mqtt5PubAckReasonCode.PACKET_IDENTIFIER_IN_USE,
                    Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);

    private PublishMessages() {}

    /**
     * Creates the message to send.
     *
     * @throws IllegalArgumentException when MQTT cannot represent the message
     */
    static Mqtt5Publish of(OutgoingMessage message, Long expiryS) {
        var publish =
                Mqtt5Publish.builder()
                        .topic(
                                message.replayed()
                                        ? Topics.replay(message.topic())
                                        : message.topic())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(message.payload())
                        .retain(message.retained());
        if (expiryS != null) {
            // At least one second: a message with an expiry of zero is never delivered.
            long clampedS = Math.max(1, Math.min(LONGEST_EXPIRY_S, expiryS));
            publish = publish.messageExpiryInterval(clampedS);
        }
        return publish.build();
    }

    /**
     * The reason why the broker has not accepted the message; empty if the broker has accepted it.
     */
    static Optional<Exception> faultOf(
            String topic,
            Mqtt5PublishResult result,
            Throwable failure,
            boolean subscribersRequired) {
        Throwable fault =
                failure instanceof CompletionException wrapper ? wrapper.getCause() : failure;
        if (fault == null) {
            fault = result.getError().orElse(null);
        }
        if (fault != null) {
            return Optional.of(translated(topic, fault));
        }
        return subscribersRequired && hasNoSubscriber(result)
                ? Optional.of(new NoSubscriberException(topic))
                : Optional.empty();
    }

    private static Exception translated(String topic, Throwable fault) {
        if (fault instanceof Mqtt5PubAckException answer) {
            Mqtt5PubAckReasonCode code = answer.getMqttMessage().getReasonCode();
            if (MESSAGE_FAULTS.contains(code)) {
                return new MessageRefusedException(topic, code.toString(), fault);
            }
            String reason = "the broker did not accept the message: " + code;
            return TEMPORARY.contains(code)
                    ? new TemporaryPublishException(reason, fault)
                    : new MqttPublishException(reason, fault);
        }
        if (fault instanceof MqttEncodeException) {
            return new MessageRefusedException(
                    topic, "the message is larger than the broker accepts", fault);
        }
        return isLoss(fault)
                ? new ConnectionLostException(fault)
                : new TemporaryPublishException("the MQTT client failed: " + fault, fault);
    }

    private static boolean isLoss(Throwable fault) {
        return fault instanceof MqttSessionExpiredException
                || fault instanceof MqttClientStateException
                || fault instanceof ConnectionClosedException
                || fault instanceof Mqtt5DisconnectException;
    }

    private static boolean hasNoSubscriber(Mqtt5PublishResult result) {
        return result instanceof Mqtt5PublishResult.Mqtt5Qos1Result qos1
                && qos1.getPubAck().getReasonCode()
                        == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS;
    }
}
