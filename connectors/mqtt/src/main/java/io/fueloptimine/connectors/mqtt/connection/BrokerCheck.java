package io.fueloptimine.connectors.mqtt.connection;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Connects to a broker once, and compares what it grants with what the jobs need. */
public final class BrokerCheck {

    private static final String CLIENT = "fuel-check";

    private BrokerCheck() {}

    /**
     * Everything that the broker lacks; empty if it is fit for the jobs. The check leaves no
     * session behind.
     *
     * @param sessionExpiryS the time for which the broker must keep the session of an absent
     *     client, s
     */
    public static List<String> faults(MqttConnectionSettings settings, long sessionExpiryS) {
        String broker = "MQTT broker " + settings.host() + ":" + settings.port();
        try {
            Mqtt5BlockingClient client = MqttClients.builder(settings, CLIENT).buildBlocking();
            Mqtt5ConnAck granted =
                    client.connect(
                            MqttClients.connect(settings)
                                    .cleanStart(true)
                                    .sessionExpiryInterval(sessionExpiryS)
                                    .build());
            client.disconnectWith().sessionExpiryInterval(0).send();
            return lacks(granted, sessionExpiryS).stream()
                    .map(fault -> broker + " " + fault)
                    .toList();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return List.of(
                    "cannot connect to the " + broker + ": " + ConnectionFaults.of(e).reason());
        }
    }

    private static List<String> lacks(Mqtt5ConnAck granted, long sessionExpiryS) {
        List<String> faults = new ArrayList<>();
        var limits = granted.getRestrictions();
        if (limits.getMaximumQos() == MqttQos.AT_MOST_ONCE) {
            faults.add("grants QoS 0 only, expected 1");
        }
        if (!limits.isSharedSubscriptionAvailable()) {
            faults.add("has no shared subscriptions, which job ingest uses");
        }
        if (!limits.isWildcardSubscriptionAvailable()) {
            faults.add("has no subscriptions with wildcards, which job ingest uses");
        }
        if (!limits.isRetainAvailable()) {
            faults.add("has no retained messages, which job cabs uses");
        }
        OptionalLong expiryS = granted.getSessionExpiryInterval();
        if (expiryS.isPresent() && expiryS.getAsLong() < sessionExpiryS) {
            faults.add(
                    "keeps sessions for "
                            + expiryS.getAsLong()
                            + " s, expected "
                            + sessionExpiryS
                            + " s: messages to an absent job would be lost");
        }
        return faults;
    }
}
