package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;

/**
 * The sources of job ingest.
 *
 * @param messages JSON messages of the machines
 * @param sparkplug Sparkplug B messages in order of sending, from one MQTT session; empty for sites
 *     without Sparkplug
 * @param suites validation suites that replace the initial suite while the job runs; empty if the
 *     job always uses the initial suite
 */
public record IngestSources(
        Source<RawMessage, ?, ?> messages,
        Optional<Source<RawMessage, ?, ?>> sparkplug,
        Optional<Source<SuiteUpdate, ?, ?>> suites) {

    /** Sources with JSON messages only, without Sparkplug and without new validation suites. */
    public static IngestSources of(Source<RawMessage, ?, ?> messages) {
        return new IngestSources(messages, Optional.empty(), Optional.empty());
    }

    /** A copy of these sources with a source of Sparkplug messages. */
    public IngestSources withSparkplug(Source<RawMessage, ?, ?> source) {
        return new IngestSources(messages, Optional.of(source), suites);
    }

    /** A copy of these sources with a source of validation suites. */
    public IngestSources withSuites(Source<SuiteUpdate, ?, ?> source) {
        return new IngestSources(messages, sparkplug, Optional.of(source));
    }
}
