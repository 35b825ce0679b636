package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.SenderNames;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.KnownMachines;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Passes the messages of machines that the mine file names, in parallel and without state. All
 * other messages are emitted on {@link #OTHERS}, for {@link AdmitMachines}.
 */
public final class PickKnownMachines extends ProcessFunction<RawMessage, RawMessage> {

    /** The side output for messages that were not sent by a machine of a mine file. */
    public static final OutputTag<RawMessage> OTHERS =
            new OutputTag<>("other-machines") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;

    private final KnownMachines known;

    public PickKnownMachines(KnownMachines known) {
        this.known = known;
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<RawMessage> out) {
        SenderNames sender = SenderNames.of(message.topic());
        boolean isKnown =
                sender.machineIds().size() == 1
                        && !sender.sparkplug()
                        && known.contains(sender.site(), sender.machineIds().get(0));
        if (isKnown) {
            out.collect(message);
        } else {
            context.output(OTHERS, message);
        }
    }
}
