package io.fueloptimine.jobs.simulator.publish;

import java.util.concurrent.CompletionStage;

/** One connection to a broker, from its birth to its first failure; then a new one takes over. */
public interface MqttLink {

    /** What became of a message that the broker answered. */
    enum Answer {
        /** The broker has it and will deliver it. */
        ACCEPTED,
        /** The broker has it and says that nobody subscribes to it. */
        UNHEARD,
        /** The broker will not have it, now or later. */
        REFUSED
    }

    /** How many messages may be unanswered at a time (MQTT 5's receive maximum). */
    int receiveMaximum();

    /**
     * Publishes with QoS 1.
     *
     * @return the broker's answer; failed when the link broke before it came
     */
    CompletionStage<Answer> publish(OutboundMessage message);

    /** Lets go of the connection, whatever its state. */
    void close();

    /** Makes links. */
    interface Connector {

        /**
         * Connects once.
         *
         * @throws LinkException when that failed
         */
        MqttLink connect() throws LinkException, InterruptedException;
    }
}
