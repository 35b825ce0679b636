package io.fueloptimine.connectors.mqtt;

/**
 * The time at which a message is acknowledged to the broker, which determines the delivery
 * guarantee.
 */
public enum AcknowledgementMode {
    /**
     * The message is acknowledged when the checkpoint that contains its effects is complete
     * (delivery at least once).
     */
    ON_CHECKPOINT,
    /**
     * The message is acknowledged as soon as it is emitted (delivery at most once). No checkpoints
     * are needed.
     */
    ON_RECEIPT
}
