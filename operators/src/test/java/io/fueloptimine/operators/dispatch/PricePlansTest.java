package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.price.FuelResidual;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.dispatch.price.PriceSettings;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PricePlansTest {

    private KeyedTwoInputStreamOperatorTestHarness<String, PlanRequest, PriceEvidence, PlanRequest>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void changesNoPriceWithoutEvidence() throws Exception {
        assertThat(pricesAt(60)).isEqualTo(PriceCorrections.none());
    }

    @Test
    void learnsTheRatioOfEachTruckFromResiduals() throws Exception {
        for (int minute = 0; minute < 50; minute++) {
            score("T1", 60 * minute, 3.6);
            score("T2", 60 * minute, 3);
        }

        PriceCorrections prices = pricesAt(3_000);

        assertThat(prices.truckRatio("T1")).isCloseTo(1.1, within(0.001));
        assertThat(prices.truckRatio("T2")).isEqualTo(1);
        assertThat(prices.truckRatio("T3")).isEqualTo(1);
        assertThat(prices.model()).isEqualTo("fuel-window 1");
    }

    @Test
    void pricesThePlanAfterADriftWithItsSize() throws Exception {
        assertThat(pricesAt(60).truckRatio("T1")).isEqualTo(1);

        harness.processElement2(PriceEvidence.of(SmallMine.drift("small", "T1", 90, 0.2)), 0);

        assertThat(pricesAt(120).truckRatio("T1")).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void aRequestThatOvertakesItsDriftHasThePriceTooAndTheDriftCountsOnce() throws Exception {
        request(PlanTrigger.of(SmallMine.drift("small", "T1", 90, 0.2)), 90);
        score("T1", 90, 3);
        harness.processElement2(PriceEvidence.of(SmallMine.drift("small", "T1", 90, 0.2)), 0);

        List<PlanRequest> requests = harness.extractOutputValues();
        assertThat(requests.get(0).situation().prices().truckRatio("T1"))
                .isCloseTo(1.2, within(1e-9));
        assertThat(pricesAt(150).truckRatio("T1")).isBetween(1.19, 1.1999);
    }

    @Test
    void takesTheExcessOfARoadAboveItsError() throws Exception {
        harness.processElement2(PriceEvidence.of(SmallMine.excess("RAMP", 1.2, 0.3)), 0);
        harness.processElement2(PriceEvidence.of(SmallMine.excess("RAMP-2", 0.5, 0.3)), 0);
        PriceCorrections prices = pricesAt(60);

        assertThat(prices.segmentRatio("RAMP")).isCloseTo(1.3, within(1e-9));
        assertThat(prices.segmentRatio("RAMP-2")).isEqualTo(1);

        harness.processElement2(PriceEvidence.of(SmallMine.excess("RAMP", 0.1, 0.3)), 0);

        assertThat(pricesAt(120).segmentRatio("RAMP")).isEqualTo(1);
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        harness.processElement2(PriceEvidence.of(SmallMine.drift("small", "T1", 90, 0.2)), 0);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();

        assertThat(pricesAt(120).truckRatio("T1")).isCloseTo(1.2, within(1e-9));
    }

    private void score(String truckId, long atSeconds, double burntL) throws Exception {
        FuelResidual residual =
                FuelResidual.of(SmallMine.score(truckId, atSeconds, burntL, 3)).orElseThrow();
        harness.processElement2(PriceEvidence.of(residual), 0);
    }

    private PriceCorrections pricesAt(long atSeconds) throws Exception {
        request(
                new PlanTrigger("small", PlanCause.CLOCK, null, SmallMine.at(atSeconds)),
                atSeconds);
        List<PlanRequest> requests = harness.extractOutputValues();
        return requests.get(requests.size() - 1).situation().prices();
    }

    private void request(PlanTrigger trigger, long atSeconds) throws Exception {
        FleetSituation situation = FleetSituation.allReady(SmallMine.SITE, SmallMine.at(atSeconds));
        harness.processElement1(new PlanRequest(situation, trigger), 0);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, PlanRequest, PriceEvidence, PlanRequest>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new PricePlans(PriceSettings.DEFAULT)),
                request -> request.situation().site(),
                PriceEvidence::site,
                Types.STRING);
    }
}
