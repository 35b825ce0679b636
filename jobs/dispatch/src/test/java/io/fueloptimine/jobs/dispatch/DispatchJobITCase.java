package io.fueloptimine.jobs.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanPrices;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.road.RoadStateSource;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The graph of job dispatch on a MiniCluster: four trucks, three hours, every output read. */
class DispatchJobITCase {

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));
    private static final Path REGISTRY = Path.of("../../models/registry");
    private static final String TARGET =
            """
            {"targetId": "T-1", "site": "andes",
             "from": "2020-01-05T00:00:00Z", "until": "2020-01-06T00:00:00Z",
             "items": [{"material": "ORE", "minTph": 900}], "user": "boss", "reason": "a test"}
            """;

    /** The source lasts some seconds, so that evidence of prices arrives before the last plan. */
    private static final double READINGS_PER_SECOND = 1_000;

    private static final JobGraphRun RUN = new JobGraphRun();

    @BeforeAll
    static void runTheJob() throws Exception {
        DispatchJob.build(
                RUN.environment(),
                sources(),
                DispatchJobSettings.of(MINES, REGISTRY),
                outputs(RUN));
        RUN.run();
    }

    @Test
    void plansTheFleetAndAssignsEveryTruck() {
        assertThat(RUN.rows("plans", DispatchPlan.class)).isNotEmpty();
        assertThat(RUN.rows("assignments", DispatchAssignment.class))
                .extracting(DispatchAssignment::truckId)
                .contains("T01", "T02", "T03", "T04");
    }

    @Test
    void pricesTheNextPlanWithTheSizeOfADrift() {
        List<DispatchPlan> plans = RUN.rows("plans", DispatchPlan.class);

        assertThat(plans.get(plans.size() - 1).prices().truckRatios()).containsEntry("T01", 1.3);
        assertThat(plans)
                .filteredOn(plan -> plan.trigger() == PlanCause.DRIFT)
                .allSatisfy(
                        plan -> assertThat(plan.prices().truckRatios()).containsEntry("T01", 1.3));
    }

    @Test
    void shrinksTheRatioOfATruckByItsEvidence() {
        List<DispatchPlan> plans = RUN.rows("plans", DispatchPlan.class);

        assertThat(plans.get(plans.size() - 1).prices().truckRatios().get("T02"))
                .isBetween(1.001, 1.1);
    }

    @Test
    void pricesARoadByWhatItCostsBeyondItsPublishedResistance() {
        List<DispatchPlan> plans = RUN.rows("plans", DispatchPlan.class);

        assertThat(plans.get(plans.size() - 1).prices().segmentRatios())
                .isEqualTo(Map.of("RAMP-WEST-1", 1.25));
    }

    @Test
    void pricesARoadAtTheSpeedOfItsTrucksAndTheOthersByPhysics() {
        List<DispatchPlan> plans = RUN.rows("plans", DispatchPlan.class);
        PlanPrices prices = plans.get(plans.size() - 1).prices();

        assertThat(prices.speeds())
                .singleElement()
                .extracting(SegmentSpeed::segmentId)
                .isEqualTo("RAMP-WEST-1");
        assertThat(prices.measuredSegments()).isEqualTo(1);
        assertThat(prices.otherSegments()).isGreaterThan(10);
        assertThat(prices.otherSpeeds()).isEqualTo("physics");
    }

    @Test
    void pricesPlansWithTheChampion() {
        List<DispatchPlan> plans = RUN.rows("plans", DispatchPlan.class);

        assertThat(plans.get(plans.size() - 1).prices().model()).startsWith("fuel-window ");
    }

    @Test
    void passesRepliesOn() {
        assertThat(RUN.rows("replies", Reading.class)).hasSize(2);
    }

    @Test
    void answersEachTarget() {
        assertThat(RUN.rows("answers", TargetAnswer.class))
                .extracting(TargetAnswer::targetId)
                .containsExactlyInAnyOrder("T-1", null);
    }

    @Test
    void hasAGraphThatAPersonCanRead() {
        JobGraphRun graph = new JobGraphRun();
        DispatchJob.build(
                graph.environment(),
                sources(),
                DispatchJobSettings.of(MINES, REGISTRY),
                DispatchOutputs.standard(
                        KafkaConnection.of("localhost:9092"),
                        new SqlConnection("jdbc:h2:mem:graph", "sa", "")));
        assertThat(graph.vertices()).hasSizeLessThanOrEqualTo(16);
    }

    private static DispatchSources sources() {
        List<Reading> readings = new ArrayList<>(FourTrucks.half("T01", "T02", 180));
        readings.addAll(FourTrucks.half("T03", "T04", 180));
        Instant later = FourTrucks.START.plusSeconds(3_600);
        DriftEvent drift =
                new DriftEvent(
                        "andes/T01/residualRatio/" + later,
                        FourTrucks.SITE,
                        "T01",
                        DriftDetector.ADWIN,
                        "residualRatio",
                        later,
                        0.01,
                        0.3,
                        100,
                        50,
                        "1");
        RoadState wet =
                new RoadState(
                        FourTrucks.SITE,
                        RoadState.ALL_SEGMENTS,
                        RoadCondition.WET,
                        later,
                        later.plusSeconds(3_600),
                        RoadStateSource.NOTE,
                        "note-1",
                        null);
        return new DispatchSources(
                JobGraphRun.slowSource(readings, Reading.class, READINGS_PER_SECOND),
                JobGraphRun.source(List.of(drift), DriftEvent.class),
                JobGraphRun.source(
                        ScoredMinutes.of(FourTrucks.SITE, "T02", FourTrucks.START, 50, 1.2),
                        ScoredWindow.class),
                JobGraphRun.source(
                        List.of(ScoredMinutes.excess(FourTrucks.SITE, "RAMP-WEST-1", 0.25)),
                        RoadExcess.class),
                JobGraphRun.source(List.of(wet), RoadState.class),
                JobGraphRun.source(List.of(TARGET, "{"), String.class));
    }

    private static DispatchOutputs outputs(JobGraphRun run) {
        return new DispatchOutputs(
                run.output("plans"),
                run.output("assignments"),
                run.output("replies"),
                run.output("savings"),
                run.output("signals"),
                run.output("answers"));
    }
}
