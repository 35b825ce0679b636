package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.ledger.ShiftTimes;
import io.fueloptimine.models.dispatch.payload.PayloadCoach;
import io.fueloptimine.models.dispatch.payload.UnitLoad;
import io.fueloptimine.models.dispatch.payload.UnitOperators;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import io.fueloptimine.models.quality.hour.LateForShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Compares the loads of each loading unit and operator in a shift with the nominal payload ({@link
 * PayloadCoach}), every hour of event time with new loads. Emits the operators with new loads that
 * are off target beyond chance, and once more those whose loads are not off target any more.
 *
 * <p>A shift is closed two hours after its end, because a load is known when its truck has dumped
 * it. Loads of a closed shift are emitted on {@link #LATE}.
 *
 * <p>Key both streams by loading unit. State per unit: the loads of open shifts, its operators and
 * what was emitted; all of it expires after a week without loads. Metrics: {@code payloadAdvice},
 * {@code loadsTooLate}.
 */
final class CoachPayload extends KeyedCoProcessFunction<String, HaulCycle, Reading, PayloadAdvice> {

    /** The side output for cycles whose shift was closed. */
    static final OutputTag<QualityRecord> LATE =
            new OutputTag<>("too-late-for-coaching") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;
    private static final String LATE_RULE = "too-late-for-coaching";
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final long HOUR_MS = 3_600_000;
    private static final long CLOSED_AFTER_MS = 2 * HOUR_MS;

    private final MineSites mines;
    private final HashMap<String, ShiftTimes> shifts;
    private final AdviceSettings settings;

    private transient MapState<Long, List<UnitLoad>> loads;
    private transient MapState<String, Integer> published;
    private transient ValueState<UnitOperators> operators;
    private transient Counter advice;
    private transient Counter tooLate;

    CoachPayload(MineSites mines, Map<String, ShiftTimes> shifts, AdviceSettings settings) {
        this.mines = mines;
        this.shifts = new HashMap<>(shifts);
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        StateTtlConfig ttl = StateTtlConfig.newBuilder(RETENTION).build();
        MapStateDescriptor<Long, List<UnitLoad>> ofShifts =
                new MapStateDescriptor<>(
                        "loads", Types.LONG, Types.LIST(TypeInformation.of(UnitLoad.class)));
        ofShifts.enableTimeToLive(ttl);
        loads = getRuntimeContext().getMapState(ofShifts);
        MapStateDescriptor<String, Integer> emitted =
                new MapStateDescriptor<>("published-advice", Types.STRING, Types.INT);
        emitted.enableTimeToLive(ttl);
        published = getRuntimeContext().getMapState(emitted);
        ValueStateDescriptor<UnitOperators> known =
                new ValueStateDescriptor<>("unit-operators", Types.POJO(UnitOperators.class));
        known.enableTimeToLive(ttl);
        operators = getRuntimeContext().getState(known);
        advice = getRuntimeContext().getMetricGroup().counter("payloadAdvice");
        tooLate = getRuntimeContext().getMetricGroup().counter("loadsTooLate");
    }

    @Override
    public void processElement1(HaulCycle cycle, Context context, Collector<PayloadAdvice> out)
            throws Exception {
        Optional<TruckClass> truckClass =
                mines.mine(cycle.site())
                        .flatMap(mine -> mine.truck(cycle.truckId()))
                        .flatMap(truck -> classOf(cycle.site(), truck));
        if (!settings.coachesPayload() || truckClass.isEmpty() || cycle.fullAt() == null) {
            return;
        }
        ShiftTimes times = shifts.get(cycle.site());
        long startMs = times.startMs(cycle.fullAt());
        long watermark = context.timerService().currentWatermark();
        if (closesAt(times, startMs) <= watermark) {
            tooLate.inc();
            context.output(
                    LATE,
                    LateForShift.record(
                            cycle.cycleId(),
                            cycle,
                            ReadingStream.CYCLE,
                            "fullAt",
                            cycle.fullAt(),
                            LATE_RULE));
            return;
        }
        List<UnitLoad> ofShift = loads.get(startMs);
        if (ofShift == null) {
            ofShift = new ArrayList<>();
            context.timerService().registerEventTimeTimer(closesAt(times, startMs));
        }
        ofShift.add(load(cycle, truckClass.get()));
        loads.put(startMs, ofShift);
        long now = Math.max(cycle.emptyAt().toEpochMilli(), watermark);
        context.timerService()
                .registerEventTimeTimer(Math.floorDiv(now, HOUR_MS) * HOUR_MS + HOUR_MS - 1);
    }

    private Optional<TruckClass> classOf(String site, Truck truck) {
        return mines.truckClass(site, truck.className());
    }

    private UnitLoad load(HaulCycle cycle, TruckClass truckClass) {
        return new UnitLoad(
                cycle.loadingUnitId(),
                "",
                cycle.fullAt(),
                cycle.payloadT(),
                truckClass.payloadT(),
                truckClass.emptyMassT(),
                cycle.fuelL() == null ? Double.NaN : cycle.fuelL());
    }

    @Override
    public void processElement2(Reading reading, Context context, Collector<PayloadAdvice> out)
            throws Exception {
        if (!settings.coachesPayload()
                || !shifts.containsKey(reading.site())
                || reading.state().operatorId() == null) {
            return;
        }
        UnitOperators before = knownOperators();
        UnitOperators after = before.with(reading.time(), reading.state().operatorId());
        if (after != before) {
            operators.update(after);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PayloadAdvice> out)
            throws Exception {
        String key = context.getCurrentKey();
        String site = key.substring(0, key.indexOf('/'));
        ShiftTimes times = shifts.get(site);
        if (times == null) {
            return;
        }
        List<Long> closed = new ArrayList<>();
        for (Map.Entry<Long, List<UnitLoad>> shift : loads.entries()) {
            boolean closes = closesAt(times, shift.getKey()) <= timestamp;
            emit(site, Instant.ofEpochMilli(shift.getKey()), shift.getValue(), closes, out);
            if (closes) {
                closed.add(shift.getKey());
            }
        }
        for (Long shift : closed) {
            loads.remove(shift);
            operators.update(
                    knownOperators().since(Instant.ofEpochMilli(shift + times.lengthMs())));
        }
    }

    private void emit(
            String site,
            Instant shiftStart,
            List<UnitLoad> ofShift,
            boolean last,
            Collector<PayloadAdvice> out)
            throws Exception {
        UnitOperators known = knownOperators();
        List<UnitLoad> byOperator =
                ofShift.stream().map(load -> load.withOperator(known.at(load.at()))).toList();
        for (PayloadAdvice found : PayloadCoach.ofShift(site, shiftStart, byOperator)) {
            Integer loadsBefore = published.get(found.adviceId());
            if (loadsBefore == null
                    ? found.text() != null
                    : found.loads() > loadsBefore || found.text() == null) {
                advice.inc();
                out.collect(found);
            }
            if (last || found.text() == null) {
                published.remove(found.adviceId());
            } else {
                published.put(found.adviceId(), found.loads());
            }
        }
    }

    private UnitOperators knownOperators() throws Exception {
        UnitOperators known = operators.value();
        return known == null ? UnitOperators.none() : known;
    }

    private static long closesAt(ShiftTimes times, long startMs) {
        return startMs + times.lengthMs() + CLOSED_AFTER_MS;
    }

    /** Whether a cycle names the loading unit by which it is keyed. */
    static boolean namesUnit(HaulCycle cycle, MineSites mines) {
        return cycle.loadingUnitId() != null
                && mines.mine(cycle.site())
                        .flatMap(mine -> mine.loadingUnit(cycle.loadingUnitId()))
                        .isPresent();
    }

    /** Whether a reading may tell who operates a loading unit of the mine files. */
    static boolean tellsOperator(Reading reading, MineSites mines) {
        return reading.kind() == EquipmentKind.SHOVEL
                && reading.state() != null
                && mines.mine(reading.site())
                        .map(MineSite::loadingUnits)
                        .filter(
                                units ->
                                        units.stream()
                                                .anyMatch(
                                                        unit ->
                                                                unit.id()
                                                                        .equals(
                                                                                reading
                                                                                        .machineId())))
                        .isPresent();
    }
}
