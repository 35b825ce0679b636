package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** {@link PlanAndAssign} of {@link SmallMine}, with the test's thread as the task thread. */
final class SiteHarness implements AutoCloseable {

    static final DispatchSettings SETTINGS = DispatchSettings.defaults();

    /** The planner of this software, without a model. */
    static final SitePlanner.Factory PLANNERS =
            SitePlanner.Factory.priced(Path.of("no-registry"), "fuel-window");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<PlanRequest> requests = new CopyOnWriteArrayList<>();
    private final PlanAndAssign operator;
    private final KeyedTwoInputStreamOperatorTestHarness<
                    String, Reading, SiteInput, DispatchAssignment>
            flink;

    private SiteHarness(SitePlanner.Factory planners) throws Exception {
        operator = new PlanAndAssign(SmallMine.SITES, SETTINGS, recording(planners));
        flink =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        operator, Reading::site, SiteInput::site, Types.STRING);
    }

    private SitePlanner.Factory recording(SitePlanner.Factory planners) {
        return (mines, settings) ->
                new SitePlanner() {

                    private final SitePlanner planner = planners.create(mines, settings);

                    @Override
                    public DispatchPlan plan(PlanRequest request, BooleanSupplier cancelled) {
                        requests.add(request);
                        return planner.plan(request, cancelled);
                    }

                    @Override
                    public void close() {
                        planner.close();
                    }
                };
    }

    /** Not opened; with the planner of this software. */
    static SiteHarness closed() throws Exception {
        return new SiteHarness(PLANNERS);
    }

    static SiteHarness open() throws Exception {
        return open(PLANNERS);
    }

    static SiteHarness open(SitePlanner.Factory planners) throws Exception {
        SiteHarness harness = new SiteHarness(planners);
        harness.flink.open();
        return harness;
    }

    static SiteHarness from(OperatorSubtaskState state, SitePlanner.Factory planners)
            throws Exception {
        SiteHarness harness = new SiteHarness(planners);
        harness.flink.initializeState(state);
        harness.flink.open();
        return harness;
    }

    KeyedTwoInputStreamOperatorTestHarness<String, Reading, SiteInput, DispatchAssignment> flink() {
        return flink;
    }

    /** Processes a reading and waits for the plan that it causes. */
    void say(Reading reading) throws Exception {
        sayWithoutWaiting(reading);
        awaitPlans();
    }

    void sayWithoutWaiting(Reading reading) throws Exception {
        flink.processElement1(reading, reading.time().toEpochMilli());
    }

    /** Processes a trigger and waits for the plan that it causes. */
    void tell(PlanCause cause, String subject, long atSeconds) throws Exception {
        PlanTrigger trigger = new PlanTrigger("small", cause, subject, SmallMine.at(atSeconds));
        flink.processElement2(SiteInput.of(trigger), trigger.at().toEpochMilli());
        awaitPlans();
    }

    void tell(PriceEvidence evidence) throws Exception {
        flink.processElement2(SiteInput.of(evidence), 0);
    }

    void tell(DispatchTarget target) throws Exception {
        flink.processElement2(SiteInput.of(target), target.from().toEpochMilli());
        awaitPlans();
    }

    /** Lets every truck report a state that asks for no task. */
    void everyTruckReports(long atSeconds) throws Exception {
        for (String id : List.of("T1", "T2", "T3", "T4")) {
            say(SmallMine.truck(id, ProductionState.HAULING, "PIT", atSeconds));
        }
    }

    /** Takes results from the mailbox until nothing is solved any more. */
    void awaitPlans() throws Exception {
        while (operator.solving() > 0) {
            runMail();
        }
    }

    /** Waits for one mail and runs it. */
    void runMail() throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        Optional<Mail> mail = flink.getTaskMailbox().tryTake(0);
        while (mail.isEmpty()) {
            assertThat(System.nanoTime()).as("time to solve a plan").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            mail = flink.getTaskMailbox().tryTake(0);
        }
        mail.get().run();
    }

    boolean isSolving() {
        return operator.solving() > 0;
    }

    /** The requests that reached the planner. */
    List<PlanRequest> requests() {
        return requests;
    }

    List<DispatchAssignment> assignments() {
        return flink.extractOutputValues();
    }

    List<DispatchPlan> plans() {
        return side(PlanAndAssign.PLANS);
    }

    <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = flink.getSideOutput(tag);
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
