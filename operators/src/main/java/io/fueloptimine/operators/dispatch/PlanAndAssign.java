package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.site.PlanSolver;
import io.fueloptimine.models.dispatch.site.SiteDispatch;
import io.fueloptimine.models.dispatch.site.SiteOutcome;
import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.dispatch.site.SiteState;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the fleet of each site, requests plans and assigns the next task to each truck that
 * becomes free ({@link SiteDispatch}). Each element is processed at once, because an assignment
 * that waits for a watermark would be emitted after the truck has left. A change of state that
 * arrives too late updates the state, but no assignment is emitted for it.
 *
 * <p>Plans are solved on a separate thread; a result returns to the task thread by the mailbox, so
 * that neither readings nor checkpoints wait for the solver. When a solve fails or takes longer
 * than {@link DispatchSettings#solverTimeoutMs}, it is cancelled and counted, the last plan stays
 * in use until its end, and {@link #SIGNALS} receives the alarm. The request that is being solved
 * is part of the state: after a restart it is solved again, with the same plan id.
 *
 * <p>This is an operator and not a function, because functions with two inputs have no access to
 * the mailbox. Key the streams by site. State: one {@link SiteState} per site, without expiry; the
 * readings are of trucks and loading units of the mine file ({@link DispatchReadings}), and the
 * number of targets is limited.
 */
final class PlanAndAssign extends AbstractStreamOperator<DispatchAssignment>
        implements TwoInputStreamOperator<Reading, SiteInput, DispatchAssignment>,
                BoundedMultiInput {

    static final OutputTag<DispatchPlan> PLANS =
            new OutputTag<>("plans", TypeInformation.of(DispatchPlan.class));
    static final OutputTag<ReportedSignal> SIGNALS =
            new OutputTag<>("failed-solves", TypeInformation.of(ReportedSignal.class));
    static final OutputTag<TargetAnswer> ANSWERS =
            new OutputTag<>("target-answers", TypeInformation.of(TargetAnswer.class));

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(PlanAndAssign.class);
    private static final String STATE = "site-dispatch";

    private final MineSites mines;
    private final DispatchSettings settings;
    private final SitePlanner.Factory planners;

    private transient MailboxExecutor mailbox;
    private transient Map<String, SiteDispatch> dispatches;
    private transient SitePlanner planner;
    private transient TruckPrices prices;
    private transient Map<String, PlanSolver.Solve> solving;
    private transient PlanSolver solver;
    private transient ValueState<SiteState> state;
    private transient DispatchMetrics dispatchMetrics;
    private transient int endedInputs;

    PlanAndAssign(MineSites mines, DispatchSettings settings, SitePlanner.Factory planners) {
        this.mines = mines;
        this.settings = settings;
        this.planners = planners;
    }

    @Override
    public void open() throws Exception {
        super.open();
        mailbox =
                getContainingTask()
                        .getMailboxExecutorFactory()
                        .createExecutor(getOperatorConfig().getChainIndex());
        dispatches = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) ->
                                dispatches.put(
                                        site,
                                        new SiteDispatch(
                                                mine, settings.fleet(), settings.assigner())));
        planner = planners.create(mines, settings.planner());
        prices = new TruckPrices(getRuntimeContext(), settings.prices());
        solving = new HashMap<>();
        solver = new PlanSolver();
        dispatchMetrics = new DispatchMetrics(getMetricGroup(), planner);
        state = getRuntimeContext().getState(new ValueStateDescriptor<>(STATE, SiteState.class));
        solveAgain();
    }

    /** Solves the requests whose results were lost by a restart. */
    private void solveAgain() throws Exception {
        List<String> sites;
        try (Stream<String> keys =
                this.<String>getKeyedStateBackend().getKeys(STATE, VoidNamespace.INSTANCE)) {
            sites = keys.sorted().toList();
        }
        for (String site : sites) {
            setCurrentKey(site);
            PlanRequest request = state.value().solving();
            if (request != null && dispatches.containsKey(site)) {
                LOG.info("Solving again after a restart: {}", request.trigger());
                start(site, request);
            }
        }
    }

    @Override
    public void processElement1(StreamRecord<Reading> element) throws Exception {
        Reading reading = element.getValue();
        SiteState before = stateOf(reading.site());
        boolean late = isTooLate(reading);
        apply(reading.site(), dispatches.get(reading.site()).afterReading(before, reading, late));
        dispatchMetrics.plan(before.assignments().plan(), reading.time());
    }

    @Override
    public void processElement2(StreamRecord<SiteInput> element) throws Exception {
        SiteInput input = element.getValue();
        if (input.evidence() != null) {
            prices.learn(input.evidence());
            if (input.evidence().residual() != null) {
                planner.scoredWith(input.evidence().residual().model());
            }
            return;
        }
        SiteState before = stateOf(input.site());
        SiteDispatch dispatch = dispatches.get(input.site());
        apply(
                input.site(),
                input.trigger() == null
                        ? dispatch.afterTarget(before, input.target())
                        : dispatch.afterTrigger(before, input.trigger()));
    }

    private void apply(String site, SiteOutcome unpriced) throws Exception {
        SiteOutcome outcome =
                unpriced.request() == null
                        ? unpriced
                        : unpriced.requesting(prices.price(unpriced.request()));
        state.update(outcome.state());
        dispatchMetrics.count(outcome);
        long at = timestamp(outcome.state());
        for (DispatchAssignment assignment : outcome.assignments()) {
            output.collect(new StreamRecord<>(assignment, at));
        }
        if (outcome.signal() != null) {
            output.collect(SIGNALS, new StreamRecord<>(outcome.signal(), at));
        }
        if (outcome.answer() != null) {
            output.collect(ANSWERS, new StreamRecord<>(outcome.answer(), at));
        }
        if (outcome.request() != null) {
            start(site, outcome.request());
        }
    }

    private void start(String site, PlanRequest request) {
        PlanSolver.Solve solve = solver.start(planner, request, result -> mail(site, result));
        solving.put(site, solve);
        long now = getProcessingTimeService().getCurrentProcessingTime();
        getProcessingTimeService()
                .registerTimer(now + settings.solverTimeoutMs(), at -> onTimeout(site, solve));
    }

    /** Called on the solver's thread. */
    private void mail(String site, PlanSolver.Result result) {
        try {
            mailbox.execute(() -> onResult(site, result), "Plan of %s", site);
        } catch (RejectedExecutionException e) {
            LOG.info("The task ends, so a plan of {} is not used", site);
        }
    }

    private void onResult(String site, PlanSolver.Result result) throws Exception {
        if (!solving.remove(site, result.solve())) {
            return;
        }
        if (result.plan() == null) {
            LOG.error("Planning failed for {}", result.solve().request(), result.failure());
            fail(site, "the planner failed: " + result.failure());
            return;
        }
        dispatchMetrics.solved(result.plan());
        setCurrentKey(site);
        SiteOutcome outcome = dispatches.get(site).afterPlan(state.value(), result.plan());
        output.collect(
                PLANS, new StreamRecord<>(result.plan(), result.plan().madeAt().toEpochMilli()));
        apply(site, outcome);
    }

    private void onTimeout(String site, PlanSolver.Solve solve) throws Exception {
        if (solving.remove(site, solve)) {
            solve.cancel();
            dispatchMetrics.timedOut();
            fail(site, "the planner took longer than " + settings.solverTimeoutMs() + " ms");
        }
    }

    private void fail(String site, String cause) throws Exception {
        dispatchMetrics.failed();
        LOG.warn("No new plan of {}: {}", site, cause);
        setCurrentKey(site);
        apply(site, dispatches.get(site).afterFailure(state.value(), cause));
    }

    /** The number of requests of this subtask that are being solved. */
    int solving() {
        return solving.size();
    }

    private boolean isTooLate(Reading reading) {
        long validMs = settings.assigner().validForS() * 1_000;
        return reading.time().toEpochMilli() + validMs < combinedWatermark.getCombinedWatermark();
    }

    private SiteState stateOf(String site) throws Exception {
        SiteState known = state.value();
        return known == null ? SiteState.empty(site) : known;
    }

    private static long timestamp(SiteState after) {
        Instant at = after.assignments().fleet().clock().at();
        return at == null ? Long.MIN_VALUE : at.toEpochMilli();
    }

    /** At the end of bounded inputs, waits for the plans that are being solved. */
    @Override
    public void endInput(int input) throws Exception {
        endedInputs++;
        while (endedInputs == 2 && !solving.isEmpty()) {
            mailbox.yield();
        }
    }

    @Override
    public void close() throws Exception {
        if (solver != null) {
            solving.values().forEach(PlanSolver.Solve::cancel);
            solver.close();
        }
        if (planner != null) {
            planner.close();
        }
        super.close();
    }
}
