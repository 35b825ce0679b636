package io.fueloptimine.jobs.benchmarks.ingest;

import java.util.Locale;

/**
 * The readers that the benchmark compares. Each reader has a separate shared subscription, so that
 * all readers receive the same messages.
 */
enum ReaderKind {
    RAW("raw client"),
    SOURCE("source"),
    TO_KAFKA("source to Kafka"),
    INGEST("job ingest");

    private final String label;

    ReaderKind(String label) {
        this.label = label;
    }

    /** The name of the reader in reports. */
    String label() {
        return label;
    }

    /** The name of the reader's shared subscription. */
    String group() {
        return "bench-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
