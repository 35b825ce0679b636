package io.fueloptimine.connectors.mqtt.publisher;

import java.util.Optional;

/**
 * How a publisher fares, since it was opened.
 *
 * @param connected whether the broker is there now
 * @param sent messages put on the wire, repeats included
 * @param acknowledged messages that the broker has
 * @param expired messages that grew too old while the broker was away, and were left out
 * @param failed messages given up: refused, or waiting when the broker turned us away for good
 * @param unacknowledged messages accepted and not yet settled
 * @param reconnects connections lost or not made
 * @param lastFault why the last connection ended, in a few words free of secrets; empty while none
 *     has
 */
public record PublisherFigures(
        boolean connected,
        long sent,
        long acknowledged,
        long expired,
        long failed,
        int unacknowledged,
        long reconnects,
        Optional<String> lastFault) {}
