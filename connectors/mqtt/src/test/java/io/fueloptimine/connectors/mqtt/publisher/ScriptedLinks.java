package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A network in which the test says what happens to each connection and each message. */
final class ScriptedLinks implements PublishLink.Opener {

    private final BlockingQueue<Link> opened = new LinkedBlockingQueue<>();
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    /** The next one cannot even be begun. */
    void failNext(RuntimeException why) {
        fault.set(why);
    }

    @Override
    public PublishLink open(PublishLink.Listener listener) {
        RuntimeException why = fault.getAndSet(null);
        if (why != null) {
            throw why;
        }
        Link link = new Link(listener);
        opened.add(link);
        return link;
    }

    /** The next connection that the publisher tries to make. */
    Link next() throws InterruptedException {
        Link link = opened.poll(10, TimeUnit.SECONDS);
        if (link == null) {
            throw new AssertionError("no connection was tried within 10 s");
        }
        return link;
    }

    /** A message on the wire, with the answer that the broker still owes. */
    record Sent(String payload, Long expiryS, CompletableFuture<Void> answer) {}

    /** One connection. */
    static final class Link implements PublishLink {

        private final Listener listener;
        private final List<Sent> sent = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        private Link(Listener listener) {
            this.listener = listener;
        }

        @Override
        public CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS) {
            String payload = new String(message.payload(), StandardCharsets.UTF_8);
            CompletableFuture<Void> answer =
                    payload.equals("poison")
                            ? CompletableFuture.failedFuture(
                                    new MessageRefusedException(message.topic(), "poison", null))
                            : new CompletableFuture<>();
            sent.add(new Sent(payload, expiryS, answer));
            return answer;
        }

        @Override
        public CompletableFuture<Void> close() {
            closed = true;
            return CompletableFuture.completedFuture(null);
        }

        void up() {
            listener.up();
        }

        void lose(boolean fatal) {
            sent.forEach(s -> s.answer().completeExceptionally(new LinkLostException(null)));
            listener.lost(new ConnectionFault(fatal, "cut", new IllegalStateException("cut")));
        }

        void acknowledge(int index) {
            sent.get(index).answer().complete(null);
        }

        List<String> payloads() {
            return sent.stream().map(Sent::payload).toList();
        }

        Long expiryS(int index) {
            return sent.get(index).expiryS();
        }

        boolean isClosed() {
            return closed;
        }
    }
}
