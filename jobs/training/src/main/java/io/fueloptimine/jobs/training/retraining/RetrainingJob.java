package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ChampionChangedException;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.retraining.Retraining;
import io.fueloptimine.models.training.retraining.RetrainingDecision;
import io.fueloptimine.models.training.retraining.RetrainingProposal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Handles a retraining request: reads the newest windows, gets a proposal from {@link Retraining},
 * and applies the proposal to the registry. An existing challenger (a version that may replace the
 * champion) becomes champion without new training if it is significantly better than the champion
 * (the version that jobs use). After a failure the outcome is FAILED, and the champion does not
 * change. Not thread-safe.
 */
public final class RetrainingJob {

    /**
     * Maximum event time, after the time of a request, in which the request waits for enough
     * windows.
     */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final WindowHistory windows;
    private final ModelRegistry registry;
    private final MachineClasses classes;
    private final Retraining retraining;
    private final Clock clock;

    /** The windows that were too few when the waiting request was last handled. */
    private List<FuelWindow> tooShort = List.of();

    private String waiting = "";

    /**
     * @param classes the parameters of the mine's machine classes
     * @param clock the clock from which outcomes take their time
     */
    public RetrainingJob(
            WindowHistory windows,
            ModelRegistry registry,
            MachineClasses classes,
            Retraining retraining,
            Clock clock) {
        this.windows = windows;
        this.registry = registry;
        this.classes = classes;
        this.retraining = retraining;
        this.clock = clock;
    }

    /**
     * Handles a request with the windows in the lake. A request with an event time must wait until
     * the lake contains windows up to this time, and enough windows since the change of the mine.
     *
     * @return the outcome; empty while the request must wait; a request without event time never
     *     waits
     */
    public Optional<RetrainingOutcome> answer(RetrainRequest request) {
        try {
            List<FuelWindow> history = windows.newest();
            Instant reached = endOf(history);
            Instant asked = request.requestedAt();
            boolean waits = asked != null && reached.isBefore(asked.plus(PATIENCE));
            if (waits && (reached.isBefore(asked) || isKnownToWait(request, history))) {
                return Optional.empty();
            }
            RegistryState standing = RegistryState.in(registry, request.modelName(), classes);
            RetrainingProposal proposal =
                    won(request.modelName(), history, standing)
                            .orElseGet(() -> retraining.propose(history, standing.champion()));
            if (waits && proposal.decision() == RetrainingDecision.WAIT) {
                waiting = request.requestId();
                tooShort = history;
                return Optional.empty();
            }
            return Optional.of(carryOut(request, standing, proposal));
        } catch (ChampionChangedException e) {
            return Optional.of(
                    new OutcomeFactory(request, clock.instant())
                            .failed(e.getMessage() + "; ask again"));
        } catch (IOException | UncheckedIOException | TrainingException | InvalidInputException e) {
            return Optional.of(new OutcomeFactory(request, clock.instant()).failed(e.getMessage()));
        }
    }

    private boolean isKnownToWait(RetrainRequest request, List<FuelWindow> history) {
        return history == tooShort && request.requestId().equals(waiting);
    }

    private static Instant endOf(List<FuelWindow> history) {
        return history.isEmpty() ? Instant.MIN : history.get(history.size() - 1).end();
    }

    private Optional<RetrainingProposal> won(
            String modelName, List<FuelWindow> history, RegistryState standing) {
        if (standing.challengerVersion().isEmpty()) {
            return Optional.empty();
        }
        int version = standing.challengerVersion().getAsInt();
        ModelMetadata metadata = registry.metadata(modelName, version);
        if (metadata.unbeatenBaseline().isPresent()) {
            return Optional.empty();
        }
        return retraining.wins(
                history,
                standing.champion(),
                registry.load(modelName, version),
                metadata.data().unseenFrom().orElse(Instant.EPOCH));
    }

    private RetrainingOutcome carryOut(
            RetrainRequest request, RegistryState standing, RetrainingProposal proposal) {
        OutcomeFactory answer = new OutcomeFactory(request, clock.instant());
        standing.requireIn(registry, request.modelName());
        ProposalRegistration filing = new ProposalRegistration(registry);
        int champion = standing.championVersion();
        return switch (proposal.decision()) {
            case PROMOTE ->
                    answer.of(
                            RetrainingVerdict.PROMOTED,
                            proposal,
                            champion,
                            filing.promote(request, proposal, standing));
            case CHALLENGE ->
                    answer.of(
                            RetrainingVerdict.CHALLENGES,
                            proposal,
                            champion,
                            filing.challenge(request, proposal, standing));
            case DISCARD -> answer.of(RetrainingVerdict.DISCARDED, proposal, champion, null);
            case WAIT -> answer.of(RetrainingVerdict.TOO_LITTLE, proposal, champion, null);
        };
    }
}
