package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.plan.PlannedSavings;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.site.MineSites;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits the planned savings of each plan, one record per lever, when the next plan arrives and ends
 * the plan's span. Spans of one site do not overlap, so their litres may be added up. State: one
 * plan per site.
 */
final class EmitPlannedSavings extends KeyedProcessFunction<String, DispatchPlan, FuelSaving> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private transient Map<String, PlannedSavings> savings;
    private transient ValueState<DispatchPlan> current;

    EmitPlannedSavings(MineSites mines) {
        this.mines = mines;
    }

    @Override
    public void open(OpenContext context) {
        savings = new HashMap<>();
        mines.bySite().forEach((site, mine) -> savings.put(site, new PlannedSavings(mine)));
        current =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("current-plan", DispatchPlan.class));
    }

    @Override
    public void processElement(DispatchPlan plan, Context context, Collector<FuelSaving> out)
            throws Exception {
        DispatchPlan before = current.value();
        if (before != null && !plan.madeAt().isAfter(before.madeAt())) {
            return;
        }
        current.update(plan);
        if (before != null) {
            savings.get(plan.site()).of(before, plan.madeAt()).forEach(out::collect);
        }
    }
}
