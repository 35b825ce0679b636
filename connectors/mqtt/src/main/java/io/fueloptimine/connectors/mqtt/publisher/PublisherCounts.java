package io.fueloptimine.connectors.mqtt.publisher;

import java.util.Optional;

/**
 * The state of a publisher and its counts since it was opened.
 *
 * @param connected whether it is connected now
 * @param sent messages sent, repeats included
 * @param repeats messages sent again over another connection; the broker may have them twice
 * @param acknowledged messages that the broker has acknowledged
 * @param expired messages dropped because they expired before they could be sent
 * @param failed messages that failed: refused, or waiting when a fatal fault occurred or the
 *     publisher closed
 * @param unacknowledged messages accepted and not yet settled
 * @param reconnects connections that were lost or could not be made
 * @param lastFault why the last connection ended, without secrets; empty if none has ended
 */
public record PublisherCounts(
        boolean connected,
        long sent,
        long repeats,
        long acknowledged,
        long expired,
        long failed,
        int unacknowledged,
        long reconnects,
        Optional<String> lastFault) {}
