package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SolvePlansTest {

    private static final PlanTrigger CLOCK =
            new PlanTrigger("small", PlanCause.CLOCK, null, SmallMine.START);

    @Test
    void answersEachRequestWithAPlanAndItsSituation() throws Exception {
        FleetSituation situation = FleetSituation.allReady(SmallMine.SITE, SmallMine.START);

        assertThat(answersTo(situation))
                .singleElement()
                .satisfies(answer -> assertThat(answer.situation()).isEqualTo(situation))
                .satisfies(answer -> assertThat(answer.plan().unmet()).isEmpty())
                .satisfies(answer -> assertThat(answer.plan().plannedTph()).isPositive());
    }

    @Test
    void aSituationThatCannotBePlannedStopsNothing() throws Exception {
        FleetSituation broken =
                new FleetSituation(
                        "small", SmallMine.START, List.of(), null, List.of(), Map.of(), 0);

        assertThat(answersTo(broken)).isEmpty();
    }

    private static List<PlannedFleet> answersTo(FleetSituation situation) throws Exception {
        DispatchSettings settings = DispatchSettings.defaults();
        try (OneInputStreamOperatorTestHarness<PlanRequest, PlannedFleet> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new AsyncWaitOperatorFactory<>(
                                new SolvePlans(
                                        SmallMine.SITES,
                                        settings,
                                        Path.of("no-registry"),
                                        "fuel-window"),
                                TimeUnit.SECONDS.toMillis(30),
                                settings.plansInFlight(),
                                OutputMode.UNORDERED),
                        TypeInformation.of(PlanRequest.class)
                                .createSerializer(new SerializerConfigImpl()))) {
            harness.open();
            harness.processElement(new PlanRequest(situation, CLOCK), 0);
            harness.endInput();
            return harness.extractOutputValues();
        }
    }
}
