package io.fueloptimine.connectors.mqtt;

/** When a message is acknowledged to the broker, and with that what a crash may cost. */
public enum Acknowledgement {
    /** When the checkpoint that holds its effects is complete: at least once. */
    ON_CHECKPOINT,
    /** As soon as it was handed to the job: at most once, and no checkpoints are needed. */
    ON_RECEIPT
}
