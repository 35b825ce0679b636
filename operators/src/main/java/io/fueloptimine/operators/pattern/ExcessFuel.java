package io.fueloptimine.operators.pattern;

import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Excess fuel: several windows out of a span burn far more than the model expects. As many windows
 * in a row near the model end it. Windows that should burn little say nothing either way, and a
 * window that late readings changed has had its say.
 */
final class ExcessFuel {

    private ExcessFuel() {}

    static DataStream<AlarmSignal> signals(
            DataStream<ScoredWindow> scores, AlarmSettings settings) {
        double minExpectedL = settings.excessMinExpectedL();
        KeyedStream<ScoredWindow, String> telling =
                scores.filter(score -> tells(score, minExpectedL))
                        .uid("select-working-windows")
                        .name("Select working windows")
                        .keyBy(score -> score.window().machineId());
        return match(telling, bad(settings), true, "match-excess-fuel", "Match excess fuel")
                .union(
                        match(
                                telling,
                                good(settings),
                                false,
                                "match-normal-fuel",
                                "Match normal fuel"));
    }

    static boolean tells(ScoredWindow score, double minExpectedL) {
        return score.window().revision() == 0 && score.expectedL() >= minExpectedL;
    }

    private static SingleOutputStreamOperator<AlarmSignal> match(
            KeyedStream<ScoredWindow, String> scores,
            Pattern<ScoredWindow, ?> pattern,
            boolean present,
            String uid,
            String name) {
        return CEP.pattern(scores, pattern).process(new Tell(present)).uid(uid).name(name);
    }

    private static Pattern<ScoredWindow, ?> bad(AlarmSettings settings) {
        double ratio = settings.excessRatio();
        return Pattern.<ScoredWindow>begin("windows", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(score -> residualRatio(score) >= ratio))
                .times(settings.excessWindows())
                .within(Duration.ofMinutes(settings.excessSpanMin()));
    }

    /** Half the ratio, so that an alarm does not flutter around its bound. */
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

    private static final class Tell extends PatternProcessFunction<ScoredWindow, AlarmSignal> {

        private final boolean present;

        Tell(boolean present) {
            this.present = present;
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
            String message =
                    String.format(
                            Locale.ROOT,
                            "Burnt %.1f L where %.1f were expected, in %d windows",
                            burntL,
                            expectedL,
                            windows.size());
            out.collect(
                    new AlarmSignal(
                            last.window().site(),
                            last.window().machineId(),
                            AlertType.EXCESS_FUEL,
                            Severity.WARNING,
                            last.window().end(),
                            present,
                            message,
                            Map.of("burntL", burntL, "expectedL", expectedL)));
        }
    }
}
