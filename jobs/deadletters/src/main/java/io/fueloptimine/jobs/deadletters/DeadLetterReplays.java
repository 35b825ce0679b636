package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.models.mine.OutgoingMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Sends letters through again: their own bytes to their own topics, in the order given, a hundred
 * at a time. A letter is marked as replayed when the broker has acknowledged it and not before, so
 * that whatever goes wrong on the way it can be sent once more; the jobs know a repeat. Not
 * thread-safe.
 */
public final class DeadLetterReplays {

    private static final int BATCH = 100;

    private final DeadLetters letters;
    private final Outbox outbox;
    private final Duration patience;
    private final Clock clock;
    private final Consumer<String> told;

    private long sent;
    private long refused;
    private long failed;

    /**
     * @param patience how long a batch may take
     * @param told is given a line for each letter that did not go out, and why
     */
    public DeadLetterReplays(
            DeadLetters letters,
            Outbox outbox,
            Duration patience,
            Clock clock,
            Consumer<String> told) {
        this.letters = letters;
        this.outbox = outbox;
        this.patience = patience;
        this.clock = clock;
        this.told = told;
    }

    /** Says what a replay would do, and does nothing. */
    public ReplayOutcome rehearse(List<String> ids) throws SQLException {
        for (List<String> batch : batches(ids)) {
            sent += possible(batch).size();
        }
        return outcome(ids);
    }

    /** Sends the letters with these keys; stops early when the broker takes none of a batch. */
    public ReplayOutcome replay(List<String> ids) throws SQLException, InterruptedException {
        for (List<String> batch : batches(ids)) {
            List<DeadLetter> possible = possible(batch);
            List<DeadLetter> acknowledged = send(possible);
            letters.markReplayed(acknowledged, clock.instant());
            sent += acknowledged.size();
            failed += possible.size() - acknowledged.size();
            if (!possible.isEmpty() && acknowledged.isEmpty()) {
                told.accept("stopped: the broker took none of the last " + possible.size());
                break;
            }
        }
        return outcome(ids);
    }

    private ReplayOutcome outcome(List<String> ids) {
        return new ReplayOutcome(ids.size(), sent, refused, failed);
    }

    private List<DeadLetter> possible(List<String> ids) throws SQLException {
        List<DeadLetter> possible = new ArrayList<>();
        for (DeadLetter letter : letters.byIds(ids)) {
            Optional<String> obstacle = Replayability.obstacle(letter);
            if (obstacle.isEmpty()) {
                possible.add(letter);
            } else {
                refused++;
                told.accept("refused " + letter.qualityId() + ": " + obstacle.get());
            }
        }
        return possible;
    }

    private List<DeadLetter> send(List<DeadLetter> batch) throws InterruptedException {
        Map<DeadLetter, CompletableFuture<Void>> answers = new LinkedHashMap<>();
        for (DeadLetter letter : batch) {
            OutgoingMessage message =
                    new OutgoingMessage(letter.topic(), letter.payload(), false, null, true);
            answers.put(letter, outbox.publish(message));
        }
        long deadlineNs = System.nanoTime() + patience.toNanos();
        List<DeadLetter> acknowledged = new ArrayList<>();
        for (Map.Entry<DeadLetter, CompletableFuture<Void>> answer : answers.entrySet()) {
            if (isAcknowledged(answer.getKey(), answer.getValue(), deadlineNs)) {
                acknowledged.add(answer.getKey());
            }
        }
        return acknowledged;
    }

    private boolean isAcknowledged(
            DeadLetter letter, CompletableFuture<Void> answer, long deadlineNs)
            throws InterruptedException {
        try {
            answer.get(Math.max(0, deadlineNs - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            told.accept("failed " + letter.qualityId() + ": " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            answer.cancel(false);
            told.accept("failed " + letter.qualityId() + ": no answer within " + patience);
        }
        return false;
    }

    private static List<List<String>> batches(List<String> ids) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            batches.add(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
        return batches;
    }
}
