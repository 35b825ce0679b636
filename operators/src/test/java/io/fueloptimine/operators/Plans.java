package io.fueloptimine.operators;

import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.dispatch.SolverState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Plans for tests of what follows from them. */
public final class Plans {

    private Plans() {}

    /** A plan for a day, with so many loaded trips per hour from one face. */
    public static DispatchPlan of(String site, Instant madeAt, String faceId, double tripsPerHour) {
        return new DispatchPlan(
                site + "/" + madeAt.toEpochMilli(),
                site,
                madeAt,
                madeAt.plusSeconds(86_400),
                PlanCause.CLOCK,
                SolverState.OPTIMAL,
                1_000,
                1_000,
                500,
                600,
                1,
                Map.of(),
                Map.of(),
                List.of(
                        new PlannedFlow(
                                faceId,
                                "CRUSHER",
                                "930E",
                                true,
                                tripsPerHour,
                                100,
                                tripsPerHour * 290)),
                List.of(),
                10,
                null,
                null,
                List.of());
    }

    /** A stream of one plan of a site that no test asks about. */
    public static DataStream<DispatchPlan> none(StreamExecutionEnvironment env) {
        return EventTimeStreams.of(
                env,
                List.of(of("elsewhere", Instant.EPOCH, "FACE-1", 1)),
                DispatchPlan::madeAt,
                DispatchPlan.class);
    }
}
