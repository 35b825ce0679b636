package io.fueloptimine.operators.decode;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.message.MessageBody;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decodes messages. Each message results in one {@link DecodedMessage} on the main output or in one
 * record on {@link #REJECTED}. Metrics: {@code decoded}, {@code undecodable}.
 */
public final class DecodeReadings extends ProcessFunction<RawMessage, DecodedMessage> {

    /**
     * The side output for messages that could not be decoded; their records have the rule {@code
     * decode}.
     */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("undecodable") {
                private static final long serialVersionUID = 1L;
            };

    /**
     * The maximum number of bytes of a rejected message that are kept; only messages that were
     * rejected for their size are longer.
     */
    public static final int MAX_KEPT_BYTES = MessageBody.MAX_BYTES;

    private static final long serialVersionUID = 1L;

    private transient MessageDecoder decoder;
    private transient Counter decoded;
    private transient Counter undecodable;

    @Override
    public void open(OpenContext context) {
        decoder = new MessageDecoder();
        decoded = getRuntimeContext().getMetricGroup().counter("decoded");
        undecodable = getRuntimeContext().getMetricGroup().counter("undecodable");
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<DecodedMessage> out) {
        DecodeResult result = decoder.decode(message);
        if (result instanceof DecodeResult.Readable readable) {
            decoded.inc();
            out.collect(new DecodedMessage(readable.reading(), message.topic(), message.payload()));
        } else if (result instanceof DecodeResult.Unreadable unreadable) {
            undecodable.inc();
            context.output(REJECTED, unreadable.rejection());
        }
    }
}
