package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Records all messages and acknowledges them at once. */
public final class RecordingPublisher implements MessagePublisher {

    private final List<OutboundMessage> messages = new ArrayList<>();

    @Override
    public synchronized void publish(OutboundMessage message) {
        messages.add(message);
    }

    /** All messages, in order. */
    public synchronized List<OutboundMessage> messages() {
        return List.copyOf(messages);
    }

    /** The messages since the last call, in order. */
    public synchronized List<OutboundMessage> takeAll() {
        List<OutboundMessage> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    @Override
    public synchronized PublishCounts counts() {
        return new PublishCounts(messages.size(), 0, 0, 0, 0);
    }

    @Override
    public boolean awaitAnswers(Duration limit) {
        return true;
    }

    @Override
    public void close() {}
}
