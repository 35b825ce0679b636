package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.RetrainingOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests for a new model as they come, and asks by itself once a night. One request is
 * looked at at a time; a newer one takes its place, since the answer to it answers both.
 *
 * <p>A request counts as answered once its answer is told: a process that is killed before repeats
 * the training, and finds its own champion no worse. Not thread-safe.
 */
public final class RetrainingWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RetrainingWatch.class);
    private static final Duration LISTENING = Duration.ofSeconds(1);

    private final RequestSource requests;
    private final RetrainingJob job;
    private final RetrainingNews news;
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
            RetrainingNews news,
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
        pending = request;
        nextLook = Instant.MIN;
    }

    private void look() {
        Optional<RetrainingOutcome> answer = job.answer(pending);
        nextLook = clock.instant().plus(lookEvery);
        if (answer.isPresent()) {
            tell(news, answer.get(), clock);
            requests.answered();
            pending = null;
        }
    }

    /** Announces before it tells: who reads of a new champion shall find it scoring. */
    public static void tell(RetrainingNews news, RetrainingOutcome outcome, Clock clock) {
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
