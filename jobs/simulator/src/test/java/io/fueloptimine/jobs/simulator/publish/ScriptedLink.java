package io.fueloptimine.jobs.simulator.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A link whose broker answers when the test says so. */
final class ScriptedLink implements MqttLink {

    private final int receiveMaximum;
    private final List<OutboundMessage> published = new ArrayList<>();
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();
    private boolean closed;

    ScriptedLink(int receiveMaximum) {
        this.receiveMaximum = receiveMaximum;
    }

    @Override
    public int receiveMaximum() {
        return receiveMaximum;
    }

    @Override
    public synchronized CompletionStage<Answer> publish(OutboundMessage message) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        published.add(message);
        answers.add(answer);
        notifyAll();
        return answer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized List<OutboundMessage> published() {
        return List.copyOf(published);
    }

    void answer(int index, Answer answer) {
        futureOf(index).complete(answer);
    }

    void breakOff(int index) {
        futureOf(index).completeExceptionally(new IllegalStateException("cut"));
    }

    private synchronized CompletableFuture<Answer> futureOf(int index) {
        return answers.get(index);
    }

    /** Waits until so many messages were published, five seconds at most. */
    synchronized void awaitPublished(int count) throws InterruptedException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (published.size() < count && System.nanoTime() < deadline) {
            wait(50);
        }
        if (published.size() < count) {
            throw new AssertionError("published " + published.size() + ", expected " + count);
        }
    }
}
