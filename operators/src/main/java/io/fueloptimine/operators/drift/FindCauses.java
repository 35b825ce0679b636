package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.cause.DataDrifts;
import io.fueloptimine.models.drift.cause.OpenDrifts;
import io.fueloptimine.models.drift.cause.RoadDrifts;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.road.RoadExcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits the drift events of a site: passes drifts of residuals on, and makes events of the excess
 * of roads ({@link RoadDrifts}) and of features that are not as in the training data ({@link
 * DataDrifts}), so that one cause is one event: while the fleet has drifted, single roads have not.
 * Key the stream by site.
 *
 * <p>Rows of roads and features wait until the watermark passes their time, because those of one
 * time are judged together. A drift of the fleet counts from its own time, too, so that the result
 * does not depend on the order of arrival. A drift without further rows ends after a time ({@link
 * RoadDrifts#WITHOUT_EVIDENCE}, {@link DataDrifts#WITHOUT_EVIDENCE}). State expires after 30 days.
 */
public final class FindCauses extends KeyedProcessFunction<String, DriftEvidence, DriftEvent> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(30);

    /** At the end of a bounded input, nothing is known of the time after it. */
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private static final Comparator<DriftEvent> ENDS_FIRST =
            Comparator.comparing((DriftEvent drift) -> !drift.ended())
                    .thenComparing(DriftEvent::driftId);

    private transient MapState<Long, List<DriftEvidence>> waiting;
    private transient ValueState<OpenDrifts> open;

    /** All drift events of the sites. */
    public static SingleOutputStreamOperator<DriftEvent> of(
            DataStream<DriftEvent> residuals,
            DataStream<RoadExcess> roads,
            DataStream<DataDrift> features) {
        return residuals
                .map(DriftEvidence::of)
                .returns(DriftEvidence.class)
                .uid("residuals-as-evidence")
                .name("Drifts of residuals")
                .union(
                        roads.map(DriftEvidence::of)
                                .returns(DriftEvidence.class)
                                .uid("roads-as-evidence")
                                .name("Excess of roads"),
                        features.map(DriftEvidence::of)
                                .returns(DriftEvidence.class)
                                .uid("features-as-evidence")
                                .name("Compared features"))
                .keyBy(DriftEvidence::site)
                .process(new FindCauses())
                .uid("find-causes")
                .name("Make one event of one cause");
    }

    @Override
    public void open(OpenContext context) {
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting-evidence",
                                        Types.LONG,
                                        Types.LIST(TypeInformation.of(DriftEvidence.class))));
        ValueStateDescriptor<OpenDrifts> descriptor =
                new ValueStateDescriptor<>("open-drifts", Types.POJO(OpenDrifts.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        open = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(DriftEvidence evidence, Context context, Collector<DriftEvent> out)
            throws Exception {
        DriftEvent drift = evidence.residuals();
        if (drift != null) {
            out.collect(drift);
            if (drift.scope() != DriftScope.FLEET) {
                return;
            }
        }
        long at = at(evidence).toEpochMilli();
        if (drift != null && at <= context.timerService().currentWatermark()) {
            follow(drift);
            return;
        }
        List<DriftEvidence> same = waiting.get(at);
        same = same == null ? new ArrayList<>() : same;
        same.add(evidence);
        waiting.put(at, same);
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DriftEvent> out)
            throws Exception {
        List<DriftEvidence> now = waiting.get(timestamp);
        if (now != null) {
            waiting.remove(timestamp);
            judge(now, out);
        }
        if (context.timerService().currentWatermark() != END_OF_INPUT) {
            forget(timestamp, context, out);
        }
    }

    private void judge(List<DriftEvidence> now, Collector<DriftEvent> out) throws Exception {
        List<DriftEvent> ofFleet =
                now.stream()
                        .map(DriftEvidence::residuals)
                        .filter(Objects::nonNull)
                        .sorted(ENDS_FIRST)
                        .toList();
        for (DriftEvent drift : ofFleet) {
            follow(drift);
        }
        List<RoadExcess> roads =
                now.stream().map(DriftEvidence::road).filter(Objects::nonNull).toList();
        List<DataDrift> features =
                now.stream().map(DriftEvidence::data).filter(Objects::nonNull).toList();
        emit(RoadDrifts.step(known(), roads), out);
        emit(DataDrifts.step(known(), features), out);
    }

    /** Ends drifts without evidence, and looks again when the others may have ended. */
    private void forget(long timestamp, OnTimerContext context, Collector<DriftEvent> out)
            throws Exception {
        Instant at = Instant.ofEpochMilli(timestamp);
        emit(RoadDrifts.forgotten(known(), context.getCurrentKey(), at), out);
        emit(DataDrifts.forgotten(known(), context.getCurrentKey(), at), out);
        if (!known().roads().isEmpty()) {
            lookAgain(at.plus(RoadDrifts.WITHOUT_EVIDENCE), context);
        }
        if (!known().classes().isEmpty()) {
            lookAgain(at.plus(DataDrifts.WITHOUT_EVIDENCE), context);
        }
    }

    private static void lookAgain(Instant at, Context context) {
        context.timerService().registerEventTimeTimer(at.toEpochMilli());
    }

    /** Notes whether the fleet has drifted. */
    private void follow(DriftEvent drift) throws Exception {
        boolean rises = !drift.ended() && drift.meanAfter() > drift.meanBefore();
        open.update(known().withFleet(rises));
    }

    private void emit(OpenDrifts.Step step, Collector<DriftEvent> out) throws Exception {
        open.update(step.open());
        step.events().forEach(out::collect);
    }

    private OpenDrifts known() throws Exception {
        OpenDrifts known = open.value();
        return known == null ? OpenDrifts.NONE : known;
    }

    private static Instant at(DriftEvidence evidence) {
        if (evidence.residuals() != null) {
            return evidence.residuals().detectedAt();
        }
        return evidence.road() != null ? evidence.road().at() : evidence.data().at();
    }
}
