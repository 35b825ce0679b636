package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.operators.window.Untimed;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Raises EXCESS_FUEL when several windows within a period burn much more than the model expects,
 * and clears it when the same number of windows in a row are near the expected fuel. Windows with
 * little expected fuel, revisions of windows, and machines other than trucks are ignored: what a
 * dozer or a grader is expected to burn is a mean rate that does not follow its work. The alarm
 * says since when, how much, at which work, and what similar trucks burnt ({@link
 * CompareWithSimilarTrucks}). Its evidence contains the features that contributed most to the
 * expected fuel; they are no reason for the excess.
 *
 * <p>Scores come from job fuel over a topic, some minutes of event time behind the readings. This
 * class sorts the resulting signals by event time and then removes their watermarks. Other alarms
 * therefore do not wait for scores, and they are still raised when job fuel is down.
 */
final class ExcessFuel {

    /** The word that names the equipment class. */
    private static final String CLASS = "class";

    /** The payload above which a truck counts as loaded, t. */
    private static final double LOADED_T = 20;

    /** The climb or descent of a minute from which on it is a slope, m. */
    private static final double SLOPE_M = 3;

    private ExcessFuel() {}

    static DataStream<AlarmSignal> signals(
            DataStream<ScoredWindow> scores, AlarmSettings settings, WindowReasons reasons) {
        double minExpectedL = settings.excessMinExpectedL();
        KeyedStream<ScoredWindow, String> working =
                DataStreamUtils.reinterpretAsKeyedStream(
                        scores.filter(score -> isWorking(score, minExpectedL))
                                .uid("select-working-windows")
                                .name("Select working windows")
                                .keyBy(ScoredWindow::machineKey)
                                .process(new DropOutOfOrder<>())
                                .returns(TypeInformation.of(ScoredWindow.class))
                                .uid("order-working-windows")
                                .name("Drop repeated windows"),
                        ScoredWindow::machineKey);
        return match(
                        working,
                        bad(settings),
                        new SignalMatch(true, reasons),
                        "match-excess-fuel",
                        "Match excess fuel")
                .union(
                        match(
                                working,
                                good(settings),
                                new SignalMatch(false, reasons),
                                "match-normal-fuel",
                                "Match normal fuel"))
                .keyBy(ExcessFuel::classOf)
                .connect(working.keyBy(ExcessFuel::classOf))
                .process(new CompareWithSimilarTrucks(settings.excessRatio() / 2))
                .uid("compare-excess-fuel")
                .name("Compare with similar trucks")
                .assignTimestampsAndWatermarks(
                        Untimed.<AlarmSignal>strategy()
                                .withTimestampAssigner(
                                        (signal, windowTime) -> signal.at().toEpochMilli()))
                .uid("excess-fuel-signals")
                .name("Signal excess fuel");
    }

    private static String classOf(AlarmSignal signal) {
        return signal.site() + "/" + signal.words().get(CLASS);
    }

    private static String classOf(ScoredWindow score) {
        return score.site() + "/" + score.window().equipmentClass();
    }

    static boolean isWorking(ScoredWindow score, double minExpectedL) {
        return score.window().kind() == EquipmentKind.HAULTRUCK
                && score.window().revision() == 0
                && score.expectedL() >= minExpectedL;
    }

    private static SingleOutputStreamOperator<AlarmSignal> match(
            KeyedStream<ScoredWindow, String> scores,
            Pattern<ScoredWindow, ?> pattern,
            SignalMatch function,
            String uid,
            String name) {
        return CEP.pattern(scores, pattern).process(function).uid(uid).name(name);
    }

    private static Pattern<ScoredWindow, ?> bad(AlarmSettings settings) {
        double ratio = settings.excessRatio();
        return Pattern.<ScoredWindow>begin("windows", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(score -> residualRatio(score) >= ratio))
                .times(settings.excessWindows())
                .within(Duration.ofMinutes(settings.excessSpanMin()));
    }

    /**
     * The pattern that clears the alarm. Its limit is half the excess that raises the alarm, as
     * hysteresis.
     */
    private static Pattern<ScoredWindow, ?> good(AlarmSettings settings) {
        double ratio = settings.excessRatio() / 2;
        return Pattern.<ScoredWindow>begin("windows", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(score -> residualRatio(score) < ratio))
                .times(settings.excessWindows())
                .consecutive()
                .within(Duration.ofHours(2));
    }

    private static double residualRatio(ScoredWindow score) {
        return score.residualL() / score.expectedL();
    }

    private static final class SignalMatch
            extends PatternProcessFunction<ScoredWindow, AlarmSignal> {

        private final boolean present;
        private final WindowReasons reasons;
        private transient WindowReasons.Explainer explainer;

        SignalMatch(boolean present, WindowReasons reasons) {
            this.present = present;
            this.reasons = reasons;
        }

        @Override
        public void open(OpenContext context) throws IOException {
            if (present) {
                explainer = reasons.open();
            }
        }

        @Override
        public void close() {
            if (explainer != null) {
                explainer.close();
            }
        }

        @Override
        public void processMatch(
                Map<String, List<ScoredWindow>> match,
                Context context,
                Collector<AlarmSignal> out) {
            List<ScoredWindow> windows = match.get("windows");
            ScoredWindow last = windows.get(windows.size() - 1);
            double burntL = windows.stream().mapToDouble(score -> score.window().fuelL()).sum();
            double expectedL = windows.stream().mapToDouble(ScoredWindow::expectedL).sum();
            Map<String, Double> contributions = present ? explainer.mainReasons(windows) : Map.of();
            String message =
                    String.format(
                            Locale.ROOT,
                            "Burnt %.1f L where %.1f were expected, in %d windows since %s",
                            burntL,
                            expectedL,
                            windows.size(),
                            windows.get(0).window().start());
            Map<String, Double> evidence = new LinkedHashMap<>();
            evidence.put("burntL", burntL);
            evidence.put("expectedL", expectedL);
            evidence.put("excessPct", 100 * (burntL - expectedL) / expectedL);
            contributions.forEach(
                    (feature, litres) -> evidence.put("expectedL." + feature, litres));
            out.collect(
                    new AlarmSignal(
                                    last.window().site(),
                                    last.window().machineId(),
                                    AlertType.EXCESS_FUEL,
                                    Severity.WARNING,
                                    last.window().end(),
                                    present,
                                    message,
                                    evidence)
                            .withWords(
                                    Map.of(
                                            CLASS,
                                            String.valueOf(last.window().equipmentClass()),
                                            "since",
                                            windows.get(0).window().start().toString(),
                                            "work",
                                            mostFrequentWork(windows))));
        }

        /** What the machine did in most of the windows. */
        private static String mostFrequentWork(List<ScoredWindow> windows) {
            Map<String, Long> counts =
                    windows.stream()
                            .map(score -> workOf(score.window()))
                            .collect(
                                    Collectors.groupingBy(
                                            work -> work, TreeMap::new, Collectors.counting()));
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseThrow();
        }

        private static String workOf(FuelWindow window) {
            if (window.distanceKm() < 0.05) {
                return "STANDING";
            }
            String load = window.meanPayloadT() > LOADED_T ? "LOADED" : "EMPTY";
            double riseM = window.climbM() - window.descentM();
            String slope = riseM >= SLOPE_M ? "UPHILL" : riseM <= -SLOPE_M ? "DOWNHILL" : "FLAT";
            return load + "_" + slope;
        }
    }
}
