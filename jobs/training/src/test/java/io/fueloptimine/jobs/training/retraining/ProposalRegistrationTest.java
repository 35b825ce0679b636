package io.fueloptimine.jobs.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.training.ShippedWindowModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ChampionChangedException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.training.retraining.RetrainingDecision;
import io.fueloptimine.models.training.retraining.RetrainingProposal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalRegistrationTest {

    private static final String NAME = ModelRegistry.FUEL_WINDOW;
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir Path root;

    /** Between the last look at the champion and the promotion somebody rolls back by hand. */
    @Test
    void doesNotOverruleARollbackAtTheLastMoment() throws IOException {
        ModelRegistry registry = new ModelRegistry(root);
        for (int version = 1; version <= 3; version++) {
            registry.register(ShippedWindowModel.named(NAME));
        }
        registry.promote(NAME, 1);
        registry.promote(NAME, 2);
        registry.promote(NAME, Alias.CHALLENGER, 3);
        RegistryState compared = RegistryState.in(registry, NAME, MachineClasses.standard());
        registry.rollback(NAME);

        assertThatThrownBy(
                        () ->
                                new ProposalRegistration(registry)
                                        .promote(
                                                RetrainingWatch.byHand(NOW),
                                                challengerWon(),
                                                compared))
                .isInstanceOf(ChampionChangedException.class);

        assertThat(registry.championVersion(NAME)).hasValue(1);
    }

    private static RetrainingProposal challengerWon() {
        return new RetrainingProposal(
                RetrainingDecision.PROMOTE, "a test", NOW, 0, Optional.empty(), Optional.empty());
    }
}
