package io.fueloptimine.connectors.mqtt;

/** When a message is acknowledged to the broker, which determines the delivery guarantee. */
public enum AcknowledgementMode {
    /** When the checkpoint that contains its effects is complete: at least once. */
    ON_CHECKPOINT,
    /** As soon as it is emitted: at most once; needs no checkpoints. */
    ON_RECEIPT
}
