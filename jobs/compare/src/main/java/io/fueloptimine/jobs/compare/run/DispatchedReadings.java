package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.simulator.delivery.WireFormat;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Optional;

/**
 * Turns the messages of the simulated mine into what dispatch reads: states and replies, through
 * the same text and the same decoder as in the product. Not thread-safe.
 */
public final class DispatchedReadings {

    private final WireFormat format;
    private final MessageDecoder decoder = new MessageDecoder();

    /** The readings of one site. */
    public DispatchedReadings(String site) {
        format = new WireFormat(site);
    }

    /**
     * The reading of a message; empty for a message that dispatch does not need.
     *
     * @throws IllegalStateException when the decoder rejects the message
     */
    public Optional<Reading> of(MachineMessage message) {
        if (message.stream() != ReadingStream.STATE && message.stream() != ReadingStream.REPLY) {
            return Optional.empty();
        }
        DecodeResult decoded =
                decoder.decode(
                        new RawMessage(
                                format.topicOf(message),
                                format.jsonOf(message),
                                message.time(),
                                false));
        if (decoded instanceof DecodeResult.Readable readable) {
            return Optional.of(readable.reading());
        }
        throw new IllegalStateException("the decoder rejects " + message + ": " + decoded);
    }
}
