package io.fueloptimine.jobs.benchmarks.ingest;

import java.util.Locale;

/** The readers compared. Each has its own shared subscription, so all read the same messages. */
enum ReaderKind {
    RAW("raw client"),
    SOURCE("source"),
    TO_KAFKA("source to Kafka"),
    INGEST("job ingest");

    private final String label;

    ReaderKind(String label) {
        this.label = label;
    }

    /** The name in reports. */
    String label() {
        return label;
    }

    /** The name of the shared subscription. */
    String group() {
        return "bench-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
