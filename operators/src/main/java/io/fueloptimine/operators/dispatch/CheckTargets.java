package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.targets.TargetCheck;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.site.MineSites;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads the records of the topic {@code dispatch.targets} and passes valid targets on. A record
 * with faults is answered on {@link #REFUSALS} and counted as {@code targetsRefused}.
 */
final class CheckTargets extends ProcessFunction<String, DispatchTarget> {

    static final OutputTag<TargetAnswer> REFUSALS =
            new OutputTag<>("target-refusals", TypeInformation.of(TargetAnswer.class));

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private transient TargetCheck check;
    private transient Counter refused;

    CheckTargets(MineSites mines) {
        this.mines = mines;
    }

    @Override
    public void open(OpenContext context) {
        check = new TargetCheck(mines);
        refused = getRuntimeContext().getMetricGroup().counter("targetsRefused");
    }

    @Override
    public void processElement(String json, Context context, Collector<DispatchTarget> out) {
        TargetCheck.Checked checked = check.check(json);
        if (checked.target() != null) {
            out.collect(checked.target());
        } else {
            refused.inc();
            context.output(REFUSALS, checked.refusal());
        }
    }
}
