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

/** Connections whose events and answers the test controls. */
final class ScriptedConnections implements PublishConnection.Opener {

    private final BlockingQueue<Connection> opened = new LinkedBlockingQueue<>();
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    /** Makes the next attempt throw. */
    void failNext(RuntimeException exception) {
        fault.set(exception);
    }

    @Override
    public PublishConnection open(PublishConnection.Listener listener) {
        RuntimeException exception = fault.getAndSet(null);
        if (exception != null) {
            throw exception;
        }
        Connection connection = new Connection(listener);
        opened.add(connection);
        return connection;
    }

    /** The next connection that the publisher tries to make. */
    Connection next() throws InterruptedException {
        Connection connection = opened.poll(10, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("no connection was attempted within 10 s");
        }
        return connection;
    }

    /** A sent message and the future that the test completes as the broker's answer. */
    record Sent(String payload, Long expiryS, CompletableFuture<Void> answer) {}

    /** One connection. */
    static final class Connection implements PublishConnection {

        private final Listener listener;
        private final List<Sent> sent = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        private Connection(Listener listener) {
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
            sent.forEach(s -> s.answer().completeExceptionally(new ConnectionLostException(null)));
            listener.lost(new ConnectionFault(fatal, "cut", new IllegalStateException("cut")));
        }

        void acknowledge(int index) {
            sent.get(index).answer().complete(null);
        }

        void refuseTemporarily(int index) {
            sent.get(index)
                    .answer()
                    .completeExceptionally(new TemporaryPublishException("quota exceeded", null));
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
