package io.fueloptimine.jobs.benchmarks.ingest;

import java.util.Locale;

/** Who reads. Each has a shared subscription of its own, so that all find the same messages. */
enum Contender {
    RAW("raw client"),
    SOURCE("source"),
    TO_KAFKA("source to Kafka"),
    INGEST("job ingest");

    private final String words;

    Contender(String words) {
        this.words = words;
    }

    /** Its name for people. */
    String words() {
        return words;
    }

    /** The name of its shared subscription. */
    String group() {
        return "bench-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
