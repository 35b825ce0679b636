package io.fueloptimine.connectors.mqtt.publisher;

import java.util.Optional;

/**
 * The state of a publisher and its counts since it was opened.
 *
 * @param connected whether the publisher is connected now
 * @param sent messages sent, including repeats
 * @param repeats messages sent again over another connection; the broker may have received them
 *     twice
 * @param acknowledged messages that the broker has acknowledged
 * @param expired messages dropped because they expired before they could be sent
 * @param failed messages that failed because the broker refused them, or because they were waiting
 *     when a fatal fault occurred or the publisher was closed
 * @param unacknowledged messages accepted and not yet settled
 * @param reconnects connections that were lost or could not be made
 * @param lastFault the reason why the last connection ended, without secrets; empty if no
 *     connection has ended
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
