package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.training.retraining.RetrainingProposal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Does to a registry what was proposed, as long as the champion is the one that was compared with:
 * else {@link io.fueloptimine.models.fuel.registry.ChampionChangedException} is thrown.
 */
final class Filing {

    /** Why a version came to be, beside its report. */
    private static final String WHY = "retraining.txt";

    private final ModelRegistry registry;

    Filing(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Makes the candidate champion, or the challenger where none was trained; its number. */
    int promote(RetrainRequest request, RetrainingProposal proposal, Standing standing) {
        int version =
                proposal.candidate().isPresent()
                        ? register(request, proposal)
                        : standing.challengerVersion().orElseThrow();
        registry.promoteOver(
                standing.championVersion(), request.modelName(), Alias.CHAMPION, version);
        return version;
    }

    /** Makes the candidate the challenger; its number. */
    int challenge(RetrainRequest request, RetrainingProposal proposal, Standing standing) {
        int version = register(request, proposal);
        registry.promoteOver(
                standing.championVersion(), request.modelName(), Alias.CHALLENGER, version);
        return version;
    }

    private int register(RetrainRequest request, RetrainingProposal proposal) {
        ModelDraft draft = proposal.candidate().orElseThrow().draft();
        String why = "Asked for: " + request.reason() + "\nJudged: " + proposal.reason() + "\n";
        Map<String, byte[]> attachments = new HashMap<>(draft.attachments());
        attachments.put(WHY, why.getBytes(StandardCharsets.UTF_8));
        return registry.register(new ModelDraft(draft.metadata(), draft.forests(), attachments));
    }
}
