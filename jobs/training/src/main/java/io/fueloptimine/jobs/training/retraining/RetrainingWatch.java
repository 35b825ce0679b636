package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.RetrainingOutcome;
import io.fueloptimine.models.mine.RetrainingVerdict;
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
 * Answers requests for a new model as they come, and asks by itself once a night. At most one
 * request waits, for windows of its event time. A newer one of the kind takes its place, since the
 * answer to it answers both. One without event time, by hand or by the clock, is answered at once
 * beside it: where that answer is that it failed or that there is too little, the other waits on.
 *
 * <p>A request counts as answered once its answer is told: a process that is killed before repeats
 * the training, and finds its own champion no worse. Not thread-safe.
 */
public final class RetrainingWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RetrainingWatch.class);
    private static final Duration LISTENING = Duration.ofSeconds(1);

    private static final Set<RetrainingVerdict> UNTRIED =
            EnumSet.of(RetrainingVerdict.TOO_LITTLE, RetrainingVerdict.FAILED);

    private final RequestSource requests;
    private final RetrainingJob job;
    private final RetrainingEvents news;
    private final NightlyClock nightly;
    private final Duration lookEvery;
    private final Clock clock;

    private RetrainRequest pending;
    private Instant nextLook = Instant.MIN;

    /**
     * @param lookEvery how long to wait, wall-clock, before a request that cannot be answered yet
     *     is looked at again
     */
    public RetrainingWatch(
            RequestSource requests,
            RetrainingJob job,
            RetrainingEvents news,
            NightlyClock nightly,
            Duration lookEvery,
            Clock clock) {
        this.requests = requests;
        this.job = job;
        this.news = news;
        this.nightly = nightly;
        this.lookEvery = lookEvery;
        this.clock = clock;
    }

    /** Goes on until it is told to stop, which it hears within seconds or after a training. */
    public void run(BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            requests.next(LISTENING).or(() -> nightly.due(clock.instant())).ifPresent(this::take);
            if (pending != null && !clock.instant().isBefore(nextLook)) {
                look();
            }
        }
    }

    private void take(RetrainRequest request) {
        LOG.info("A new {} is asked for: {}", request.modelName(), request.reason());
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

    /** Who waits is not answered by what says nothing of the mine. */
    private void answerBesideThePending(RetrainingOutcome outcome) {
        if (UNTRIED.contains(outcome.verdict())) {
            tell(news, outcome, clock);
        } else {
            answerAll(outcome);
        }
    }

    private void answerAll(RetrainingOutcome outcome) {
        tell(news, outcome, clock);
        requests.answered();
        pending = null;
    }

    /** Announces before it tells: who reads of a new champion shall find it scoring. */
    public static void tell(RetrainingEvents news, RetrainingOutcome outcome, Clock clock) {
        LOG.info("{} {}: {}", outcome.modelName(), outcome.verdict(), outcome.reason());
        if (outcome.candidateVersion() != null) {
            news.announce(
                    new ModelAnnouncement(
                            outcome.modelName(), outcome.candidateVersion(), clock.instant()));
        }
        news.tell(outcome);
    }

    /** The request of one who asks by hand. */
    public static RetrainRequest byHand(Instant now) {
        return new RetrainRequest("by-hand/" + now, ModelRegistry.FUEL_WINDOW, "by hand", null);
    }
}
