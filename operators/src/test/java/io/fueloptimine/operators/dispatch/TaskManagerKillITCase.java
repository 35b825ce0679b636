package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The TaskManager is killed while a plan is solved. */
@Timeout(240)
class TaskManagerKillITCase {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double READINGS_PER_SECOND = 20;
    private static final int SECONDS_PER_READING = 5;
    private static final int TRUCKS = 4;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    /** Shared with the tasks, which run in this JVM. */
    private static final Queue<DispatchPlan> PLANS = new ConcurrentLinkedQueue<>();

    private static final Queue<DispatchAssignment> ASSIGNMENTS = new ConcurrentLinkedQueue<>();
    private static final Queue<PlanRequest> REQUESTS = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    @Test
    void keepsThePlanBeforeDoublesNoAssignmentAndSolvesTheRequestAgain(
            @InjectMiniCluster MiniCluster cluster) throws Exception {
        JobClient job = start();
        await("the second plan is being solved", () -> REQUESTS.size() == 2);
        String first = PLANS.element().planId();
        cluster.triggerCheckpoint(job.getJobID()).get(60, TimeUnit.SECONDS);
        int before = ASSIGNMENTS.size();
        await("trucks are assigned meanwhile", () -> ASSIGNMENTS.size() > before);

        cluster.terminateTaskManager(0).get(60, TimeUnit.SECONDS);
        cluster.startTaskManager();
        await("the request is solved again", () -> REQUESTS.size() == 3);
        int restarted = ASSIGNMENTS.size();
        await("trucks are assigned again", () -> ASSIGNMENTS.size() > restarted + TRUCKS);

        assertThat(PLANS).extracting(DispatchPlan::planId).containsExactly(first);
        assertThat(ASSIGNMENTS)
                .filteredOn(assignment -> assignment.planId() != null)
                .extracting(DispatchAssignment::planId)
                .containsOnly(first);
        assertNoTruckGetsTwoTasksAtATime();
        List<PlanRequest> requests = List.copyOf(REQUESTS);
        assertThat(requests.get(2)).isEqualTo(requests.get(1));

        RELEASED.countDown();
        await("the next plans come", () -> PLANS.size() >= 3);
        assertThat(PLANS).extracting(DispatchPlan::planId).doesNotHaveDuplicates();
        await(
                "trucks are assigned by a later plan",
                () ->
                        ASSIGNMENTS.stream()
                                .anyMatch(
                                        one ->
                                                one.planId() != null
                                                        && !one.planId().equals(first)));
        assertNoTruckGetsTwoTasksAtATime();
        cancel(cluster, job.getJobID());
    }

    /** A repeated assignment has the same id and the same content. */
    private static void assertNoTruckGetsTwoTasksAtATime() {
        Map<String, DispatchAssignment> byTruckAndTime = new HashMap<>();
        for (DispatchAssignment assignment : ASSIGNMENTS) {
            DispatchAssignment same =
                    byTruckAndTime.putIfAbsent(
                            assignment.truckId() + assignment.issuedAt(), assignment);
            if (same != null) {
                assertThat(assignment).isEqualTo(same);
            }
        }
    }

    private static JobClient start() throws Exception {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        // Only the test triggers checkpoints.
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofHours(1));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
        FleetSettings everyMinute = new FleetSettings(60, 60, 60, 7_200, 1.5);
        DispatchSettings defaults = DispatchSettings.defaults();
        Dispatch dispatch =
                Dispatch.of(
                        readings(env),
                        nothing(env, PlanTrigger.class),
                        nothing(env, ScoredWindow.class),
                        nothing(env, DriftEvent.class),
                        nothing(env, RoadExcess.class),
                        nothing(env, String.class),
                        TaskManagerKillITCase::slowPlanner,
                        SmallMine.SITES,
                        new DispatchSettings(
                                defaults.planner(),
                                defaults.assigner(),
                                everyMinute,
                                defaults.prices(),
                                600_000));
        keep(dispatch.plans(), plan -> PLANS.add(plan), "plans");
        keep(dispatch.assignments(), one -> ASSIGNMENTS.add(one), "assignments");
        return env.executeAsync("kill");
    }

    /** Each request after the first waits until the test releases it. */
    private static SitePlanner slowPlanner(MineSites mines, PlannerSettings settings) {
        SitePlanner planner = SiteHarness.PLANNERS.create(mines, settings);
        return (request, cancelled) -> {
            REQUESTS.add(request);
            while (REQUESTS.size() > 1 && RELEASED.getCount() > 0 && !cancelled.getAsBoolean()) {
                LockSupport.parkNanos(1_000_000);
            }
            return planner.plan(request, cancelled);
        };
    }

    private static DataStream<Reading> readings(StreamExecutionEnvironment env) {
        DataGeneratorSource<Reading> source =
                new DataGeneratorSource<>(
                        TaskManagerKillITCase::reading,
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(READINGS_PER_SECOND),
                        TypeInformation.of(Reading.class));
        return env.fromSource(
                        source,
                        WatermarkStrategy.<Reading>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (reading, none) -> reading.time().toEpochMilli()),
                        "readings")
                .uid("readings");
    }

    /** The trucks report one after the other, by turns hauling and dumping. */
    private static Reading reading(long index) {
        ProductionState state =
                index / TRUCKS % 2 == 0 ? ProductionState.HAULING : ProductionState.DUMPING;
        return SmallMine.truck(
                "T" + (index % TRUCKS + 1), state, "CRUSHER", index * SECONDS_PER_READING);
    }

    private static <T> DataStream<T> nothing(StreamExecutionEnvironment env, Class<T> type) {
        String uid = "no-" + type.getSimpleName();
        return env.fromSequence(0, 0)
                .uid(uid + "-numbers")
                .flatMap((Long number, Collector<T> out) -> {})
                .returns(type)
                .uid(uid);
    }

    private interface Keeper<T> extends Serializable {
        boolean keep(T record);
    }

    private static <T> void keep(DataStream<T> stream, Keeper<T> keeper, String uid) {
        stream.filter(keeper::keep).uid(uid).sinkTo(new DiscardingSink<>()).uid(uid + "-end");
    }

    private static void cancel(MiniCluster cluster, JobID job) throws Exception {
        cluster.cancelJob(job).get(60, TimeUnit.SECONDS);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
