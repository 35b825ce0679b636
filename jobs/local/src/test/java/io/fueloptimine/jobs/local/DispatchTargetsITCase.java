package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.input.FieldFault;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.Truck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Job dispatch from Kafka to Kafka: the plans follow a target of people from its beginning to its
 * end, and each record of the topic of targets is answered.
 */
class DispatchTargetsITCase {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Instant SHIFT_START = Instant.parse("2026-01-05T08:00:00Z");
    private static final String FACE = "FACE-1";
    private static final String SMALL_FACE = "FACE-5";

    private static final List<TargetAnswer> REFUSALS =
            List.of(
                    refusal("min-above-max", "items[0].minTph", "1300", "at most maxTph, 1200"),
                    refusal("nan", "items[0].minTph", "NaN", "a number from 0 to 1000000"),
                    refusal("nan-text", "items[0].maxTph", "NaN", "a number from 0 to 1000000"),
                    refusal("negative", "items[0].minTph", "-1", "a number from 0 to 1000000"),
                    refusal(
                            "no-face",
                            "items[0].faceId",
                            "FACE-9",
                            "a face of the mine: [FACE-1, FACE-2, FACE-3, FACE-4, FACE-5]"),
                    refusal(
                            "end-before-beginning",
                            "until",
                            "2026-01-05T07:59:59Z",
                            "a time after from, 2026-01-05T08:00:00Z"),
                    refusal("no-list", "items", "FACE-1", "a list of 1 to 100 objects"),
                    refusal(null, null, null, "a JSON object"));

    private final FuelHome home = FuelHome.find();
    private final MineSite mine = MineSiteFile.read(home.mine());
    @TempDir Path folder;

    @Test
    void plansFollowATargetUntilItsEndAndEachRecordIsAnswered() throws Exception {
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                LocalStack stack =
                        LocalStack.start(home, data, WholeMineITCase.freePorts(), 1, s -> {});
                StackTopics topics = new StackTopics(stack)) {
            RunningJob job = start(stack);
            everyTruckReports(topics, "08:00:00");
            DispatchPlan before = awaitPlan(topics, PlanCause.START);

            topics.send(Topics.DISPATCH_TARGETS, exampleOfTheReadme());
            sendRefused(topics);
            Await.until(
                    "each record of the targets is answered",
                    LIMIT,
                    () -> answers(topics).size() > REFUSALS.size());
            everyTruckReports(topics, "08:30:00");
            DispatchPlan during = awaitPlan(topics, PlanCause.TARGETS_BEGIN);
            everyTruckReports(topics, "08:45:00");
            DispatchPlan later = awaitPlan(topics, PlanCause.CLOCK);
            everyTruckReports(topics, "09:30:00");
            DispatchPlan after = awaitPlan(topics, PlanCause.TARGETS_END);

            assertThat(answers(topics))
                    .contains(TargetAnswer.accepted("T-1"))
                    .containsAll(REFUSALS)
                    .hasSize(1 + REFUSALS.size());
            assertFollowsTheDigPlan(before, 12);
            assertThat(List.of(during, later))
                    .allSatisfy(
                            plan -> {
                                assertThat(tph(plan, FACE)).isBetween(899.9, 1_200.1);
                                assertThat(tph(plan, SMALL_FACE)).isGreaterThan(599.9);
                            });
            assertFollowsTheDigPlan(after, 10.5);
            assertThat(stack.flink().isRunning(job)).isTrue();
        }
    }

    /** Nothing was moved, so that each face is to move its tonnes in the hours left. */
    private void assertFollowsTheDigPlan(DispatchPlan plan, double hoursLeft) {
        for (String face : List.of(FACE, SMALL_FACE)) {
            double tonnes = mine.digPlan().face(face).orElseThrow().shiftTonnes();
            assertThat(tph(plan, face)).as(face).isCloseTo(tonnes / hoursLeft, within(1.0));
        }
    }

    private static double tph(DispatchPlan plan, String face) {
        return plan.flows().stream()
                .filter(flow -> flow.loaded() && flow.fromLocationId().equals(face))
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }

    private RunningJob start(LocalStack stack) {
        JobSettings jobs = new JobSettings(mine.site(), mine, home.registry(), 1);
        List<String> arguments = JobArgumentLists.of(stack, jobs).dispatch();
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        StreamExecutionEnvironment env = stack.flink().environment(DispatchJob.NAME, settings);
        DispatchJob.build(env, DispatchOptions.parse(arguments.toArray(String[]::new)));
        return stack.flink().submit(DispatchJob.NAME, env);
    }

    private static DispatchPlan awaitPlan(StackTopics topics, PlanCause cause) {
        Await.until("a plan because of " + cause, LIMIT, () -> plan(topics, cause).isPresent());
        return plan(topics, cause).orElseThrow();
    }

    private static Optional<DispatchPlan> plan(StackTopics topics, PlanCause cause) {
        return topics.records(Topics.DISPATCH_PLANS, DispatchPlan.class).stream()
                .filter(plan -> plan.trigger() == cause)
                .findFirst();
    }

    private static List<TargetAnswer> answers(StackTopics topics) {
        return topics.records(Topics.DISPATCH_TARGETS_ANSWERS, TargetAnswer.class);
    }

    /** The text that the example of the README pipes to the console producer. */
    private String exampleOfTheReadme() throws Exception {
        String readme = Files.readString(home.root().resolve("jobs/dispatch/README.md"));
        int begin = readme.indexOf('{', readme.indexOf("kafka-console-producer"));
        return readme.substring(begin, readme.indexOf("END\n", begin)).replace("\n", "");
    }

    private static void sendRefused(StackTopics topics) {
        send(topics, "min-above-max", "[{\"faceId\":\"FACE-1\",\"minTph\":1300,\"maxTph\":1200}]");
        send(topics, "nan", "[{\"faceId\":\"FACE-1\",\"minTph\":NaN}]");
        send(topics, "nan-text", "[{\"faceId\":\"FACE-1\",\"maxTph\":\"NaN\"}]");
        send(topics, "negative", "[{\"faceId\":\"FACE-1\",\"minTph\":-1}]");
        send(topics, "no-face", "[{\"faceId\":\"FACE-9\",\"minTph\":900}]");
        send(topics, "no-list", "\"FACE-1\"");
        send(
                topics,
                "end-before-beginning",
                "07:59:59",
                "[{\"faceId\":\"FACE-1\",\"minTph\":900}]");
        topics.send(Topics.DISPATCH_TARGETS, "");
    }

    private static void send(StackTopics topics, String targetId, String items) {
        send(topics, targetId, "20:00:00", items);
    }

    private static void send(StackTopics topics, String targetId, String until, String items) {
        topics.send(
                Topics.DISPATCH_TARGETS,
                """
                {"targetId":"%s","site":"andes","from":"2026-01-05T08:00:00Z",\
                "until":"2026-01-05T%sZ","items":%s,"user":"shift boss","reason":"a test"}"""
                        .formatted(targetId, until, items));
    }

    private static TargetAnswer refusal(
            String targetId, String field, String value, String expected) {
        return TargetAnswer.refused(targetId, List.of(new FieldFault(field, value, expected)));
    }

    private void everyTruckReports(StackTopics topics, String clock) {
        Instant at = Instant.parse("2026-01-05T" + clock + "Z");
        topics.send(mine.trucks().stream().map(truck -> driving(truck, at)).toList());
    }

    /** An empty truck on its way to its loading unit, which asks for no task. */
    private Reading driving(Truck truck, Instant at) {
        StateChange change =
                new StateChange(
                        ProductionState.DRIVING,
                        null,
                        truck.pairedDumpId(),
                        null,
                        null,
                        null,
                        80.0,
                        "OP-1",
                        null,
                        null);
        return new Reading(
                mine.site(),
                EquipmentKind.HAULTRUCK,
                truck.id(),
                ReadingStream.STATE,
                Duration.between(SHIFT_START, at).toSeconds(),
                at,
                at,
                false,
                List.of(),
                null,
                change,
                null,
                null,
                null,
                null);
    }
}
