package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.training.retraining.RetrainingProposal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Registers the candidate (the newly trained model) of a proposal, and makes it champion or
 * challenger. The champion is the version that jobs use; the challenger may replace the champion
 * later. The methods throw {@link io.fueloptimine.models.fuel.registry.ChampionChangedException} if
 * the champion is no longer the version that the candidate was compared with.
 */
final class ProposalRegistration {

    /** The file that contains the reason for which a version was registered. */
    private static final String REASON_FILE = "retraining.txt";

    private final ModelRegistry registry;

    ProposalRegistration(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * Makes the candidate the champion, or the challenger if no candidate was trained. Returns the
     * version of the new champion.
     */
    int promote(RetrainRequest request, RetrainingProposal proposal, RegistryState state) {
        int version =
                proposal.candidate().isPresent()
                        ? register(request, proposal)
                        : state.challengerVersion().orElseThrow();
        registry.promoteOver(state.championVersion(), request.modelName(), Alias.CHAMPION, version);
        return version;
    }

    /** Makes the candidate the challenger; returns the version of the candidate. */
    int challenge(RetrainRequest request, RetrainingProposal proposal, RegistryState state) {
        int version = register(request, proposal);
        registry.promoteOver(
                state.championVersion(), request.modelName(), Alias.CHALLENGER, version);
        return version;
    }

    private int register(RetrainRequest request, RetrainingProposal proposal) {
        ModelDraft draft = proposal.candidate().orElseThrow().draft();
        String reason =
                "Requested because: " + request.reason() + "\nResult: " + proposal.reason() + "\n";
        Map<String, byte[]> attachments = new HashMap<>(draft.attachments());
        attachments.put(REASON_FILE, reason.getBytes(StandardCharsets.UTF_8));
        return registry.register(new ModelDraft(draft.metadata(), draft.forests(), attachments));
    }
}
