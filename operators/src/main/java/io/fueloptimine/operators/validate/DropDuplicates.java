package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.sequence.DuplicateStatus;
import io.fueloptimine.models.quality.sequence.SequenceEpoch;
import io.fueloptimine.models.quality.sequence.StreamMemory;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Passes each reading once. Key the stream by {@link #keyOf}. A reading is a duplicate when its
 * sequence number was received with about the same time, or, without sequence numbers, when a
 * reading with equal time and content was received. Late readings pass if their number is one of
 * the last {@value SequenceEpoch#WIDTH} and was not received; readings with lower numbers are
 * rejected, because it is unknown whether they are duplicates. A rejected message that is sent
 * again passes once, at any age. A sender may restart its sequence at 0.
 *
 * <p>State expires after a week without readings of the stream. Metrics: {@code unique}, {@code
 * duplicates}, {@code tooOldToTell}, {@code sequenceGaps} (the number of sequence numbers that are
 * currently missing; a number that arrives late is subtracted).
 */
public final class DropDuplicates extends KeyedProcessFunction<String, Reading, Reading> {

    /** The side output with one record per duplicate; the payload is the reading as JSON. */
    public static final OutputTag<QualityRecord> DUPLICATES =
            new OutputTag<>("duplicates") {
                private static final long serialVersionUID = 1L;
            };

    /**
     * The side output for readings that are too old to decide whether they are duplicates; the
     * payload is the reading as JSON.
     */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("too-old-to-tell") {
                private static final long serialVersionUID = 1L;
            };

    /** The rule of the records on {@link #REJECTED}. */
    public static final String TOO_OLD_RULE = "too-old-to-tell";

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final String DUPLICATE_RULE = "duplicate";

    private transient ValueState<StreamMemory> states;
    private transient Counter unique;
    private transient Counter duplicates;
    private transient Counter tooOld;
    private transient Counter sequenceGaps;

    /**
     * The key of a reading: site, machine and stream. The key does not depend on the message's
     * content, such as the truck of a refuelling, because a sender can use any number of invented
     * values.
     */
    public static String keyOf(Reading reading) {
        return reading.machineKey() + "/" + reading.stream().topicName();
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<StreamMemory> descriptor =
                new ValueStateDescriptor<>("stream-state", StreamMemory.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        states = getRuntimeContext().getState(descriptor);
        unique = getRuntimeContext().getMetricGroup().counter("unique");
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
        tooOld = getRuntimeContext().getMetricGroup().counter("tooOldToTell");
        sequenceGaps = getRuntimeContext().getMetricGroup().counter("sequenceGaps");
    }

    @Override
    public void processElement(Reading reading, Context context, Collector<Reading> out)
            throws Exception {
        StreamMemory state = states.value();
        state = state == null ? new StreamMemory() : state;
        DuplicateStatus status = state.observe(reading, sequenceGaps::inc);
        switch (status) {
            case NEW -> {
                unique.inc();
                out.collect(reading);
            }
            case DUPLICATE -> {
                duplicates.inc();
                context.output(DUPLICATES, duplicate(reading, ++state.duplicates));
            }
            case TOO_OLD -> {
                tooOld.inc();
                context.output(REJECTED, tooOld(reading));
            }
        }
        states.update(state);
    }

    private static QualityRecord duplicate(Reading reading, long number) {
        return record(
                reading,
                reading.id() + "/" + DUPLICATE_RULE + "/" + number,
                QualityVerdict.DUPLICATE,
                DUPLICATE_RULE,
                "a sequence number or time not received before");
    }

    private static QualityRecord tooOld(Reading reading) {
        return record(
                reading,
                reading.id() + "/" + TOO_OLD_RULE,
                QualityVerdict.REJECTED,
                TOO_OLD_RULE,
                "one of the latest " + SequenceEpoch.WIDTH + " sequence numbers");
    }

    private static QualityRecord record(
            Reading reading, String id, QualityVerdict verdict, String rule, String expected) {
        boolean numbered = reading.sequence() >= 0;
        return new QualityRecord(
                id,
                verdict,
                rule,
                Severity.INFO,
                numbered ? "sequence" : "time",
                numbered ? Long.toString(reading.sequence()) : reading.time().toString(),
                expected,
                Topics.mqtt(reading.site(), reading.kind(), reading.machineId(), reading.stream()),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                MineJson.toBytes(reading));
    }
}
