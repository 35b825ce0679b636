package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.quality.sequence.SequenceEpoch;
import io.fueloptimine.models.quality.sequence.Sighting;
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
 * Passes each reading once. Key the stream by {@link #keyOf}: then a reading is a repeat when its
 * sequence number was seen at about its time, or, if the sender does not number, one of its time
 * that says the same. Late readings are passed as long as the last {@value SequenceEpoch#WIDTH}
 * numbers can tell that they are new; older ones are rejected, because nobody can say; but a dead
 * letter that somebody sent through again is passed, once. A sender that counts from 0 again is
 * followed.
 *
 * <p>Forgets a stream that was silent for a week. Metrics: {@code unique}, {@code duplicates},
 * {@code tooOldToTell}, {@code sequenceGaps} (numbers missing now: a late one is subtracted).
 */
public final class DropDuplicates extends KeyedProcessFunction<String, Reading, Reading> {

    /** One record for each repeat; the payload is the reading as JSON. */
    public static final OutputTag<QualityRecord> DUPLICATES =
            new OutputTag<>("duplicates") {
                private static final long serialVersionUID = 1L;
            };

    /** Readings too old to tell whether they are repeats; the payload is the reading as JSON. */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("too-old-to-tell") {
                private static final long serialVersionUID = 1L;
            };

    /** The rule of what leaves on {@link #REJECTED}. */
    public static final String TOO_OLD_RULE = "too-old-to-tell";

    private static final long serialVersionUID = 1L;
    private static final Duration MEMORY = Duration.ofDays(7);
    private static final String DUPLICATE_RULE = "duplicate";

    private transient ValueState<StreamMemory> memories;
    private transient Counter unique;
    private transient Counter duplicates;
    private transient Counter tooOld;
    private transient Counter sequenceGaps;

    /** The key: site, machine and stream; with the truck for refuellings that have no number. */
    public static String keyOf(Reading reading) {
        String key = reading.machineKey() + "/" + reading.stream().topicName();
        boolean unnumberedRefuel =
                reading.stream() == ReadingStream.REFUEL && reading.sequence() < 0;
        return unnumberedRefuel ? key + "/" + reading.refuel().truckId() : key;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<StreamMemory> descriptor =
                new ValueStateDescriptor<>("stream-memory", StreamMemory.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
        memories = getRuntimeContext().getState(descriptor);
        unique = getRuntimeContext().getMetricGroup().counter("unique");
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
        tooOld = getRuntimeContext().getMetricGroup().counter("tooOldToTell");
        sequenceGaps = getRuntimeContext().getMetricGroup().counter("sequenceGaps");
    }

    @Override
    public void processElement(Reading reading, Context context, Collector<Reading> out)
            throws Exception {
        StreamMemory memory = memories.value();
        memory = memory == null ? new StreamMemory() : memory;
        Sighting sighting = memory.see(reading, sequenceGaps::inc);
        switch (sighting) {
            case NEW -> {
                unique.inc();
                out.collect(reading);
            }
            case REPEATED -> {
                duplicates.inc();
                context.output(DUPLICATES, duplicate(reading, ++memory.repeats));
            }
            case TOO_OLD_TO_TELL -> {
                tooOld.inc();
                context.output(REJECTED, tooOld(reading));
            }
        }
        memories.update(memory);
    }

    private static QualityRecord duplicate(Reading reading, long number) {
        return record(
                reading,
                reading.id() + "/" + DUPLICATE_RULE + "/" + number,
                QualityVerdict.DUPLICATE,
                DUPLICATE_RULE,
                "a number or moment not seen before");
    }

    private static QualityRecord tooOld(Reading reading) {
        return record(
                reading,
                reading.id() + "/" + TOO_OLD_RULE,
                QualityVerdict.REJECTED,
                TOO_OLD_RULE,
                "one of the latest " + SequenceEpoch.WIDTH + " numbers");
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
