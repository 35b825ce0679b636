package io.fueloptimine.connectors.mqtt.connection;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5AuthException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Classifies exceptions of the client library as temporary or fatal faults. */
public final class ConnectionFaults {

    private static final Set<Mqtt5ConnAckReasonCode> FATAL_ON_CONNECT =
            EnumSet.of(
                    Mqtt5ConnAckReasonCode.MALFORMED_PACKET,
                    Mqtt5ConnAckReasonCode.PROTOCOL_ERROR,
                    Mqtt5ConnAckReasonCode.UNSUPPORTED_PROTOCOL_VERSION,
                    Mqtt5ConnAckReasonCode.CLIENT_IDENTIFIER_NOT_VALID,
                    Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD,
                    Mqtt5ConnAckReasonCode.NOT_AUTHORIZED,
                    Mqtt5ConnAckReasonCode.BANNED,
                    Mqtt5ConnAckReasonCode.BAD_AUTHENTICATION_METHOD);

    private static final Set<Mqtt5DisconnectReasonCode> FATAL_LATER =
            EnumSet.of(
                    Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER,
                    Mqtt5DisconnectReasonCode.MALFORMED_PACKET,
                    Mqtt5DisconnectReasonCode.PROTOCOL_ERROR,
                    Mqtt5DisconnectReasonCode.NOT_AUTHORIZED,
                    Mqtt5DisconnectReasonCode.BAD_AUTHENTICATION_METHOD,
                    Mqtt5DisconnectReasonCode.TOPIC_FILTER_INVALID,
                    Mqtt5DisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED,
                    Mqtt5DisconnectReasonCode.QOS_NOT_SUPPORTED,
                    Mqtt5DisconnectReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED,
                    Mqtt5DisconnectReasonCode.WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED);

    private static final Set<Mqtt5SubAckReasonCode> FATAL_ON_SUBSCRIBE =
            EnumSet.of(
                    Mqtt5SubAckReasonCode.NOT_AUTHORIZED,
                    Mqtt5SubAckReasonCode.TOPIC_FILTER_INVALID,
                    Mqtt5SubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED,
                    Mqtt5SubAckReasonCode.WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED);

    private ConnectionFaults() {}

    /** Converts an exception of the client library to a fault. */
    public static ConnectionFault of(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause instanceof Mqtt5ConnAckException refused) {
            Mqtt5ConnAckReasonCode code = refused.getMqttMessage().getReasonCode();
            return fault(FATAL_ON_CONNECT.contains(code), "the broker refused: " + code, cause);
        }
        if (cause instanceof Mqtt5DisconnectException ended) {
            Mqtt5DisconnectReasonCode code = ended.getMqttMessage().getReasonCode();
            return isTimeout(ended)
                    ? fault(false, ended.getMessage(), cause)
                    : fault(FATAL_LATER.contains(code), "disconnected: " + code, cause);
        }
        if (cause instanceof Mqtt5SubAckException refused) {
            return subscriptionFault(refused);
        }
        Optional<String> encryption = TlsFaults.fatalFault(cause);
        if (encryption.isPresent()) {
            return fault(true, encryption.get(), cause);
        }
        boolean fatal = cause instanceof Mqtt5AuthException;
        return fault(fatal, String.valueOf(cause.getMessage()), cause);
    }

    /**
     * Whether a protocol error is in fact a timeout. The client reports a slow answer to its
     * connect message as a protocol error, and a broker that recovers from a crash can be slow for
     * a minute.
     */
    private static boolean isTimeout(Mqtt5DisconnectException ended) {
        return String.valueOf(ended.getMessage()).startsWith("Timeout");
    }

    private static ConnectionFault subscriptionFault(Mqtt5SubAckException refused) {
        var codes = refused.getMqttMessage().getReasonCodes();
        boolean fatal = codes.stream().anyMatch(FATAL_ON_SUBSCRIBE::contains);
        return fault(fatal, "the broker refused the subscription: " + codes, refused);
    }

    private static ConnectionFault fault(boolean fatal, String reason, Throwable cause) {
        return new ConnectionFault(fatal, reason, cause);
    }
}
