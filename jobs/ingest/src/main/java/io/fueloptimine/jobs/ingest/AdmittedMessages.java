package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.operators.validate.AdmitMachines;
import io.fueloptimine.operators.validate.PickKnownMachines;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The part of the job graph that limits how many machines may send. Messages of machines in the
 * mine files take a separate path, so that many messages with other machine names cannot delay
 * them.
 *
 * @param known the messages of machines in the mine files
 * @param others the admitted messages of other machines; side outputs of the same operator contain
 *     Sparkplug messages, rejected messages and signals
 */
record AdmittedMessages(
        DataStream<RawMessage> known, SingleOutputStreamOperator<RawMessage> others) {

    /**
     * Adds the operators to the job graph.
     *
     * @param messages the JSON messages
     * @param sparkplug the messages of Sparkplug edge nodes; empty if the job does not read
     *     Sparkplug
     */
    static AdmittedMessages build(
            DataStream<RawMessage> messages,
            Optional<DataStream<RawMessage>> sparkplug,
            KnownMachines machines) {
        SingleOutputStreamOperator<RawMessage> known =
                messages.process(new PickKnownMachines(machines))
                        .uid("pick-known-machines")
                        .name("Pick machines of the mine files");
        DataStream<RawMessage> others = known.getSideOutput(PickKnownMachines.OTHERS);
        AdmitMachines admit = new AdmitMachines(machines);
        return new AdmittedMessages(
                known,
                sparkplug
                        .map(others::union)
                        .orElse(others)
                        .keyBy(admit::keyOf, Types.STRING)
                        .process(admit)
                        .uid("admit-machines")
                        .name("Limit other machines"));
    }

    /**
     * All admitted JSON messages. Messages of machines outside the mine files are distributed to
     * all subtasks again, because the limiting operator processes all messages of a site in one
     * subtask.
     */
    DataStream<RawMessage> json() {
        return known.union(others.keyBy(RawMessage::topic));
    }

    DataStream<RawMessage> sparkplug() {
        return others.getSideOutput(AdmitMachines.SPARKPLUG);
    }

    DataStream<QualityRecord> rejected() {
        return others.getSideOutput(AdmitMachines.REJECTED);
    }

    DataStream<ReportedSignal> signals() {
        return others.getSideOutput(AdmitMachines.SIGNALS);
    }
}
