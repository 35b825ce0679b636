package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles retraining requests as they arrive, and creates one every night. At most one request
 * waits for windows of its event time; a newer request replaces the waiting request. A manual or
 * nightly request, which has no event time, is handled immediately. Its retraining also completes
 * the waiting request, unless the retraining failed or had too few windows.
 *
 * <p>A request is done when its outcome is published. If the process is killed before, the request
 * is handled again after the restart. A champion that was already promoted is then not replaced.
 * Not thread-safe.
 */
public final class RetrainingWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RetrainingWatch.class);
    private static final Duration LISTENING = Duration.ofSeconds(1);

    private static final Set<RetrainingVerdict> UNTRIED =
            EnumSet.of(RetrainingVerdict.TOO_LITTLE, RetrainingVerdict.FAILED);

    private final RequestSource requests;
    private final RetrainingJob job;
    private final RetrainingEvents events;
    private final NightlyClock nightly;
    private final Duration lookEvery;
    private final Clock clock;

    private RetrainRequest pending;
    private Instant nextLook = Instant.MIN;

    /**
     * @param lookEvery wall-clock time between two checks of whether the waiting request can be
     *     handled
     */
    public RetrainingWatch(
            RequestSource requests,
            RetrainingJob job,
            RetrainingEvents events,
            NightlyClock nightly,
            Duration lookEvery,
            Clock clock) {
        this.requests = requests;
        this.job = job;
        this.events = events;
        this.nightly = nightly;
        this.lookEvery = lookEvery;
        this.clock = clock;
    }

    /**
     * Runs until {@code stopped} returns true. The method then returns within seconds, or at the
     * end of a running training.
     */
    public void run(BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            requests.next(LISTENING).or(() -> nightly.due(clock.instant())).ifPresent(this::take);
            if (pending != null && !clock.instant().isBefore(nextLook)) {
                look();
            }
        }
    }

    private void take(RetrainRequest request) {
        LOG.info("Received a request to retrain {}: {}", request.modelName(), request.reason());
        if (pending != null && request.requestedAt() == null) {
            job.answer(request).ifPresent(this::answerBesideThePending);
            return;
        }
        pending = request;
        nextLook = Instant.MIN;
    }

    private void look() {
        Optional<RetrainingOutcome> answer = job.answer(pending);
        nextLook = clock.instant().plus(lookEvery);
        answer.ifPresent(this::answerAll);
    }

    /**
     * Publishes the outcome of a request that did not wait. The outcome also completes the waiting
     * request, unless the retraining failed or had too few windows.
     */
    private void answerBesideThePending(RetrainingOutcome outcome) {
        if (UNTRIED.contains(outcome.verdict())) {
            publish(events, outcome, clock);
        } else {
            answerAll(outcome);
        }
    }

    private void answerAll(RetrainingOutcome outcome) {
        publish(events, outcome, clock);
        requests.answered();
        pending = null;
    }

    /**
     * Announces the new model first and then publishes the outcome, so that the jobs use the new
     * champion when readers receive the outcome.
     */
    public static void publish(RetrainingEvents events, RetrainingOutcome outcome, Clock clock) {
        LOG.info("{} {}: {}", outcome.modelName(), outcome.verdict(), outcome.reason());
        if (outcome.candidateVersion() != null) {
            events.announce(
                    new ModelAnnouncement(
                            outcome.modelName(), outcome.candidateVersion(), clock.instant()));
        }
        events.publish(outcome);
    }

    /** Creates a manual request. */
    public static RetrainRequest byHand(Instant now) {
        return new RetrainRequest(
                "by-hand/" + now, ModelRegistry.FUEL_WINDOW, RetrainCause.MANUAL, "by hand", null);
    }
}
