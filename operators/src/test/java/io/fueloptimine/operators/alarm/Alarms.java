package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.flood.FloodSettings;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.EventTimeStreams;
import io.fueloptimine.operators.Plans;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Plays a mine through all its alarms. */
final class Alarms {

    /** Without groups of one cause, because the tests play one pattern on many machines at once. */
    private static final AlarmSettings SETTINGS =
            AlarmSettings.defaults().withFlood(new FloodSettings(1_000, 600, 60, 0));

    /** Of machines that no test asks about, so that no stream is empty. */
    private static final Reading READING = MachineScript.truck("idle").off(1).readings().get(0);

    private Alarms() {}

    static List<Alert> ofReadings(List<Reading> readings) throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(2);
        return collect(
                AlarmPatterns.of(
                        stream(env, readings),
                        scores(env, List.of(calm())),
                        hours(env, List.of(calmHour())),
                        Plans.none(env),
                        EventTimeStreams.noSignals(env),
                        EventTimeStreams.noCommands(env),
                        Scores.MINES,
                        SETTINGS,
                        TankSettings.DEFAULT,
                        LifecycleSettings.DEFAULT,
                        Scores.NO_REASONS));
    }

    static List<Alert> ofScoresAndHours(List<ScoredWindow> scores, List<QualityHour> hours)
            throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(2);
        return collect(
                AlarmPatterns.of(
                        stream(env, List.of(READING)),
                        scores(env, scores),
                        hours(env, hours),
                        Plans.none(env),
                        EventTimeStreams.noSignals(env),
                        EventTimeStreams.noCommands(env),
                        Scores.MINES,
                        SETTINGS,
                        TankSettings.DEFAULT,
                        LifecycleSettings.DEFAULT,
                        Scores.NO_REASONS));
    }

    /** Minutes as the condensing tells them. */
    static List<Alert> ofMinutes(List<MachineMinute> minutes) throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(2);
        return collect(
                AlarmPatterns.ofMinutes(
                        EventTimeStreams.of(
                                env,
                                minutes,
                                minute -> minute.end().minusMillis(1),
                                MachineMinute.class),
                        stream(env, List.of(READING)),
                        scores(env, List.of(calm())),
                        hours(env, List.of(calmHour())),
                        Plans.none(env),
                        EventTimeStreams.noSignals(env),
                        EventTimeStreams.noCommands(env),
                        Scores.MINES,
                        SETTINGS,
                        TankSettings.DEFAULT,
                        LifecycleSettings.DEFAULT,
                        Scores.NO_REASONS));
    }

    private static List<Alert> collect(AlarmStreams alarms) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        try (CloseableIterator<Alert> told = alarms.alerts().executeAndCollect()) {
            told.forEachRemaining(alerts::add);
        }
        return alerts;
    }

    private static DataStream<Reading> stream(
            StreamExecutionEnvironment env, List<Reading> readings) {
        return EventTimeStreams.of(env, readings, Reading::time, Reading.class);
    }

    private static DataStream<ScoredWindow> scores(
            StreamExecutionEnvironment env, List<ScoredWindow> scores) {
        return EventTimeStreams.of(
                env, scores, score -> score.window().end().minusMillis(1), ScoredWindow.class);
    }

    private static DataStream<QualityHour> hours(
            StreamExecutionEnvironment env, List<QualityHour> hours) {
        return EventTimeStreams.of(
                env, hours, hour -> hour.hourStart().plusSeconds(3_599), QualityHour.class);
    }

    /** Scores that raise no alarm. */
    static DataStream<ScoredWindow> calmScores(StreamExecutionEnvironment env) {
        return scores(env, List.of(calm()));
    }

    /** Message counts that raise no alarm. */
    static DataStream<QualityHour> calmHours(StreamExecutionEnvironment env) {
        return hours(env, List.of(calmHour()));
    }

    private static ScoredWindow calm() {
        return Scores.of("calm", MachineScript.START, 5, 5);
    }

    private static QualityHour calmHour() {
        Instant hour = MachineScript.START;
        return new QualityHour("andes", "calm", hour, 100, 0, 0, 0, 0, null, 0);
    }
}
