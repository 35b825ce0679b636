package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.SavingBasis;
import io.fueloptimine.models.mine.saving.SavingLever;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedSavingsTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");

    private final MineSite andes =
            MineSiteFile.read(Path.of("..", "..", "deploy", "local", "mines", "andes.yaml"));
    private final PlannedSavings savings = new PlannedSavings(andes);
    private final DispatchPlan plan =
            new FleetPlanner(andes, PlannerSettings.defaults())
                    .plan(
                            FleetSituation.allReady(andes, AT),
                            new PlanTrigger(andes.site(), PlanCause.CLOCK, null, AT));

    @Test
    void addUpToThePlansDifferenceFromFixedPairsOverItsSpan() {
        List<FuelSaving> booked = savings.of(plan, AT.plusSeconds(600));

        double litres = booked.stream().mapToDouble(FuelSaving::litres).sum();
        assertThat(litres).isCloseTo((plan.baselineLph() - plan.plannedLph()) / 6, within(0.001));
        assertThat(booked)
                .extracting(FuelSaving::lever)
                .containsExactly(SavingLever.DISPATCH, SavingLever.PARKED_TRUCKS);
        assertThat(booked).allMatch(saving -> saving.basis() == SavingBasis.PLANNED);
    }

    @Test
    void endWhereThePlanWentOutOfDate() {
        assertThat(savings.of(plan, AT.plusSeconds(86_400)))
                .allMatch(saving -> saving.spanEnd().equals(plan.validUntil()));
    }

    @Test
    void areNoneForAPlanThatWasReplacedAtOnce() {
        assertThat(savings.of(plan, AT)).isEmpty();
    }

    @Test
    void theDefaultMineMeetsItsTargetsForLessThanFixedPairsBurn() {
        assertThat(plan.unmet()).isEmpty();
        assertThat(plan.plannedLph()).isLessThan(0.95 * plan.baselineLph());
    }
}
