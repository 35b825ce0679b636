package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.price.FuelResidual;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The prices that a request for a plan carries. */
@Timeout(120)
class PricedRequestsTest {

    private static final long EVERY_S = SiteHarness.SETTINGS.fleet().planEveryS();

    private SiteHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = SiteHarness.open();
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

        harness.tell(PriceEvidence.of(drift()));

        assertThat(pricesAt(60 + EVERY_S).truckRatio("T1")).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void aTriggerThatOvertakesItsDriftHasThePriceTooAndTheDriftCountsOnce() throws Exception {
        harness.everyTruckReports(0);
        harness.flink().processElement2(SiteInput.of(PlanTrigger.of(drift())), 0);
        assertThat(pricesAt(90).truckRatio("T1")).isCloseTo(1.2, within(1e-9));

        score("T1", 90, 3);
        harness.tell(PriceEvidence.of(drift()));

        assertThat(pricesAt(90 + EVERY_S).truckRatio("T1")).isBetween(1.19, 1.1999);
    }

    @Test
    void takesTheExcessOfARoadAboveItsError() throws Exception {
        harness.tell(PriceEvidence.of(SmallMine.excess("RAMP", 1.2, 0.3)));
        harness.tell(PriceEvidence.of(SmallMine.excess("RAMP-2", 0.5, 0.3)));
        PriceCorrections prices = pricesAt(60);

        assertThat(prices.segmentRatio("RAMP")).isCloseTo(1.3, within(1e-9));
        assertThat(prices.segmentRatio("RAMP-2")).isEqualTo(1);

        harness.tell(PriceEvidence.of(SmallMine.excess("RAMP", 0.1, 0.3)));

        assertThat(pricesAt(60 + EVERY_S).segmentRatio("RAMP")).isEqualTo(1);
    }

    @Test
    void takesTheSpeedsOfARoadForOneDay() throws Exception {
        SegmentSpeed speed = new SegmentSpeed("LARGE", true, "RAMP", "F1", 14, 9);
        harness.tell(PriceEvidence.of(SmallMine.driven("RAMP", speed)));
        assertThat(pricesAt(60).speeds()).containsExactly(speed);

        SegmentSpeed slower = new SegmentSpeed("LARGE", true, "RAMP", "F1", 12, 9);
        harness.tell(PriceEvidence.of(SmallMine.driven("RAMP", slower)));
        assertThat(pricesAt(60 + EVERY_S).speeds()).containsExactly(slower);

        assertThat(pricesAt(24 * 3_600 + 60).speeds()).isEmpty();
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        SegmentSpeed speed = new SegmentSpeed("LARGE", true, "RAMP", "F1", 14, 9);
        harness.tell(PriceEvidence.of(SmallMine.driven("RAMP", speed)));
        harness.tell(PriceEvidence.of(drift()));
        OperatorSubtaskState snapshot = harness.flink().snapshot(1, 1);
        harness.close();
        harness = SiteHarness.from(snapshot, SiteHarness.PLANNERS);

        PriceCorrections prices = pricesAt(120);
        assertThat(prices.truckRatio("T1")).isCloseTo(1.2, within(1e-9));
        assertThat(prices.speeds()).containsExactly(speed);
    }

    private static DriftEvent drift() {
        return SmallMine.drift("small", "T1", 90, 0.2);
    }

    private void score(String truckId, long atSeconds, double burntL) throws Exception {
        FuelResidual residual =
                FuelResidual.of(SmallMine.score(truckId, atSeconds, burntL, 3)).orElseThrow();
        harness.tell(PriceEvidence.of(residual));
    }

    private PriceCorrections pricesAt(long atSeconds) throws Exception {
        int before = harness.requests().size();
        harness.everyTruckReports(atSeconds);
        List<PlanRequest> requests = harness.requests();
        assertThat(requests).hasSize(before + 1);
        return requests.get(before).situation().prices();
    }
}
