package io.fueloptimine.jobs.cli.deadletters;

import io.fueloptimine.jobs.cli.options.UtcTime;
import io.fueloptimine.jobs.deadletters.DeadLetterFilter;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that select dead letters. */
final class DeadLetterOptions {

    @Option(names = "--rule", paramLabel = "NAME", description = "Only those of this rule.")
    private String rule;

    @Option(names = "--machine", paramLabel = "ID", description = "Only those of this machine.")
    private String machine;

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            converter = StreamName.class,
            description =
                    "Only those of this stream, the last level of the topic, such as telemetry.")
    private ReadingStream stream;

    @Option(
            names = "--topic",
            paramLabel = "TEXT",
            description = "Only those with this text in their topic.")
    private String topic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = UtcTime.class,
            description =
                    "Only those received at this time or later, such as 2026-01-05T08:00:00Z.")
    private Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = UtcTime.class,
            description = "Only those received before this time.")
    private Instant until;

    @Option(names = "--not-replayed", description = "Only those that were never sent again.")
    private boolean notReplayed;

    /** The filter that the options describe, for all verdicts. */
    DeadLetterFilter filter() {
        return new DeadLetterFilter(null, rule, machine, stream, topic, since, until, notReplayed);
    }

    /** Parses a verdict, ignoring case. */
    static final class Verdict implements ITypeConverter<QualityVerdict> {
        @Override
        public QualityVerdict convert(String value) {
            for (QualityVerdict verdict : QualityVerdict.values()) {
                if (verdict.name().equalsIgnoreCase(value)) {
                    return verdict;
                }
            }
            throw new TypeConversionException(
                    "'" + value + "', expected rejected, duplicate, flagged or late");
        }
    }

    /** Parses the name of a stream in a topic. */
    static final class StreamName implements ITypeConverter<ReadingStream> {
        @Override
        public ReadingStream convert(String value) {
            return ReadingStream.fromTopicName(value)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'"
                                                    + value
                                                    + "', expected telemetry, state, note, refuel,"
                                                    + " reply or cycle"));
        }
    }
}
