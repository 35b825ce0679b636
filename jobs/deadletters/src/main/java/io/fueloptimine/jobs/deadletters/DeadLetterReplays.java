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
 * Sends dead letters to the MQTT broker again. The bytes, topics and order of the messages do not
 * change; 100 messages form a batch. A dead letter is marked as replayed only after the broker has
 * acknowledged it. After a failure, a dead letter can be sent several times; job ingest drops
 * repeats. Not thread-safe.
 */
public final class DeadLetterReplays {

    private static final int BATCH = 100;

    private final DeadLetters deadLetters;
    private final MessageSender sender;
    private final Duration batchLimit;
    private final Clock clock;
    private final Consumer<String> output;

    private long sent;
    private long refused;
    private long failed;

    /**
     * @param batchLimit the time limit for the acknowledgements of a batch
     * @param output receives a line for each dead letter that was not sent, with the reason
     */
    public DeadLetterReplays(
            DeadLetters deadLetters,
            MessageSender sender,
            Duration batchLimit,
            Clock clock,
            Consumer<String> output) {
        this.deadLetters = deadLetters;
        this.sender = sender;
        this.batchLimit = batchLimit;
        this.clock = clock;
        this.output = output;
    }

    /** Returns the result that a replay would have, without sending messages. */
    public ReplayOutcome dryRun(List<String> given) throws SQLException {
        List<String> ids = given.stream().distinct().toList();
        for (List<String> batch : batches(ids)) {
            sent += replayable(batch).size();
        }
        return outcome(ids);
    }

    /**
     * Sends the dead letters with the given keys again. The replay ends early if the broker
     * acknowledges no message of a batch.
     */
    public ReplayOutcome replay(List<String> given) throws SQLException, InterruptedException {
        List<String> ids = given.stream().distinct().toList();
        for (List<String> batch : batches(ids)) {
            List<DeadLetter> replayable = replayable(batch);
            List<DeadLetter> acknowledged = send(replayable);
            deadLetters.markReplayed(acknowledged, clock.instant());
            sent += acknowledged.size();
            failed += replayable.size() - acknowledged.size();
            if (!replayable.isEmpty() && acknowledged.isEmpty()) {
                output.accept(
                        "stopped: the broker acknowledged none of the last " + replayable.size());
                break;
            }
        }
        return outcome(ids);
    }

    private ReplayOutcome outcome(List<String> ids) {
        return new ReplayOutcome(ids.size(), sent, refused, failed);
    }

    private List<DeadLetter> replayable(List<String> ids) throws SQLException {
        List<DeadLetter> replayable = new ArrayList<>();
        for (DeadLetter deadLetter : deadLetters.byIds(ids)) {
            Optional<String> reason = ReplayCheck.reason(deadLetter);
            if (reason.isEmpty()) {
                replayable.add(deadLetter);
            } else {
                refused++;
                output.accept("refused " + deadLetter.qualityId() + ": " + reason.get());
            }
        }
        return replayable;
    }

    private List<DeadLetter> send(List<DeadLetter> batch) throws InterruptedException {
        Map<DeadLetter, CompletableFuture<Void>> acknowledgements = new LinkedHashMap<>();
        for (DeadLetter deadLetter : batch) {
            OutgoingMessage message =
                    new OutgoingMessage(
                            deadLetter.topic(), deadLetter.payload(), false, null, true);
            acknowledgements.put(deadLetter, sender.publish(message));
        }
        long deadlineNs = System.nanoTime() + batchLimit.toNanos();
        List<DeadLetter> acknowledged = new ArrayList<>();
        for (Map.Entry<DeadLetter, CompletableFuture<Void>> acknowledgement :
                acknowledgements.entrySet()) {
            if (isAcknowledged(acknowledgement.getKey(), acknowledgement.getValue(), deadlineNs)) {
                acknowledged.add(acknowledgement.getKey());
            }
        }
        return acknowledged;
    }

    private boolean isAcknowledged(
            DeadLetter deadLetter, CompletableFuture<Void> acknowledgement, long deadlineNs)
            throws InterruptedException {
        try {
            acknowledgement.get(Math.max(0, deadlineNs - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            output.accept("failed " + deadLetter.qualityId() + ": " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            acknowledgement.cancel(false);
            output.accept(
                    "failed "
                            + deadLetter.qualityId()
                            + ": no acknowledgement within "
                            + batchLimit);
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
