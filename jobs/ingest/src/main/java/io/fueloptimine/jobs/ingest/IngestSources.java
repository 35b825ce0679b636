package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.SuiteUpdate;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;

/**
 * Where the job reads from.
 *
 * @param messages JSON messages of the machines
 * @param sparkplug Sparkplug B messages, whose order one session must keep; empty when the site has
 *     none
 * @param suites validation suites to change to while running; empty when the first one stays
 */
public record IngestSources(
        Source<RawMessage, ?, ?> messages,
        Optional<Source<RawMessage, ?, ?>> sparkplug,
        Optional<Source<SuiteUpdate, ?, ?>> suites) {

    /** Messages alone. */
    public static IngestSources of(Source<RawMessage, ?, ?> messages) {
        return new IngestSources(messages, Optional.empty(), Optional.empty());
    }

    /** Sparkplug's messages beside those there are. */
    public IngestSources withSparkplug(Source<RawMessage, ?, ?> source) {
        return new IngestSources(messages, Optional.of(source), suites);
    }

    /** Suites that replace each other while running. */
    public IngestSources withSuites(Source<SuiteUpdate, ?, ?> source) {
        return new IngestSources(messages, sparkplug, Optional.of(source));
    }
}
