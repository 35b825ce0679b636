package io.fueloptimine.jobs.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.road.RoadStateSource;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import io.fueloptimine.operators.SecondSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Job dispatch for two sites whose machines have the same names. */
class DispatchTwoSitesITCase {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Instant EARLY = FourTrucks.START.plusSeconds(60);
    private static final JobGraphRun RUN = new JobGraphRun();

    @BeforeAll
    static void runTheJob() throws Exception {
        List<Reading> readings = new ArrayList<>(SecondSite.bothHalves("T01", "T02", 180));
        readings.addAll(SecondSite.bothHalves("T03", "T04", 180));
        DispatchJob.build(
                RUN.environment(),
                new DispatchSources(
                        JobGraphRun.source(readings, Reading.class),
                        JobGraphRun.source(List.of(driftOfTheFirstSite()), DriftEvent.class),
                        JobGraphRun.source(
                                ScoredMinutes.of(FourTrucks.SITE, "T02", EARLY, 1, 1),
                                ScoredWindow.class),
                        JobGraphRun.source(
                                List.of(ScoredMinutes.excess(FourTrucks.SITE, "RAMP-WEST-1", 0.25)),
                                RoadExcess.class),
                        JobGraphRun.source(List.of(rainAtTheFirstSite()), RoadState.class),
                        JobGraphRun.source(List.of("{}", "{"), String.class)),
                DispatchJobSettings.of(SecondSite.mines(MINE), Path.of("../../models/registry")),
                new DispatchOutputs(
                        RUN.output("plans"),
                        RUN.output("assignments"),
                        RUN.output("replies"),
                        RUN.output("savings"),
                        RUN.output("signals"),
                        RUN.output("answers")));
        RUN.run();
    }

    @Test
    void plansEachSite() {
        assertThat(RUN.rows("plans", DispatchPlan.class))
                .extracting(DispatchPlan::site)
                .contains(FourTrucks.SITE, SecondSite.SITE);
        assertThat(RUN.rows("plans", DispatchPlan.class))
                .extracting(DispatchPlan::planId)
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotPlanASiteAgainForDriftAndRainOfTheOther() {
        assertThat(RUN.rows("plans", DispatchPlan.class))
                .filteredOn(plan -> plan.site().equals(SecondSite.SITE))
                .extracting(DispatchPlan::trigger)
                .doesNotContain(PlanCause.DRIFT, PlanCause.ROAD_WET);
    }

    @Test
    void assignsEachTruckByThePlanOfItsOwnSite() {
        Map<String, String> siteOfPlan =
                RUN.rows("plans", DispatchPlan.class).stream()
                        .collect(Collectors.toMap(DispatchPlan::planId, DispatchPlan::site));
        List<DispatchAssignment> assignments = RUN.rows("assignments", DispatchAssignment.class);
        assertThat(assignments)
                .extracting(DispatchAssignment::site)
                .contains(FourTrucks.SITE, SecondSite.SITE);
        assertThat(assignments)
                .filteredOn(assignment -> assignment.planId() != null)
                .allMatch(
                        assignment ->
                                assignment.site().equals(siteOfPlan.get(assignment.planId())));
        assertThat(assignments)
                .extracting(DispatchAssignment::assignmentId)
                .doesNotHaveDuplicates();
    }

    private static DriftEvent driftOfTheFirstSite() {
        return new DriftEvent(
                "andes/T01/residualRatio/ADWIN/" + EARLY,
                FourTrucks.SITE,
                "T01",
                DriftDetector.ADWIN,
                "residualRatio",
                EARLY,
                0.01,
                0.3,
                100,
                50,
                "1");
    }

    private static RoadState rainAtTheFirstSite() {
        return new RoadState(
                FourTrucks.SITE,
                RoadState.ALL_SEGMENTS,
                RoadCondition.WET,
                EARLY,
                EARLY.plusSeconds(3_600),
                RoadStateSource.NOTE,
                "note-1",
                null);
    }
}
