package io.fueloptimine.operators.notes;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.road.RoadStateSource;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.notes.NoteMeaning;
import io.fueloptimine.models.notes.SiteNoteRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Classifies free-text notes. A signal of an alarm is emitted for each note that needs action. When
 * a note reports a road closed, open or wet, the condition of the road is emitted on a side output.
 * Key the stream by machine.
 *
 * <p>No message reports that people have dealt with a note, so the note's alarm is cleared after an
 * hour of event time. A machine has at most {@value #MAX_OPEN} such alarms at a time; those of
 * further notes are cleared at once, because a sender can write any number of notes. Metrics:
 * {@code notesRead}, {@code notesClearedAtOnce}.
 */
public final class ReadNotes extends KeyedProcessFunction<String, Reading, AlarmSignal> {

    /** The side output for road conditions that notes report, such as closed, open again or wet. */
    public static final OutputTag<RoadState> ROADS =
            new OutputTag<>("reported-roads") {
                private static final long serialVersionUID = 1L;
            };

    private static final int MAX_OPEN = 100;

    private final SiteNoteRules rules;
    private final Duration alarmOpenFor;
    private final Duration roadValidFor;
    private transient MapState<Long, AlarmSignal> open;
    private transient Counter notesRead;
    private transient Counter notesClearedAtOnce;

    /**
     * Creates the operator, which recognises the road names of each note's site.
     *
     * @param mines the mines; in notes of other sites, only general road names such as {@code road
     *     R-12} are recognised
     */
    public ReadNotes(MineSites mines, NoteSettings settings) {
        this.rules = SiteNoteRules.of(mines);
        this.alarmOpenFor = Duration.ofMinutes(settings.alarmOpenMin());
        this.roadValidFor = Duration.ofMinutes(settings.roadValidMin());
    }

    @Override
    public void open(OpenContext context) {
        open =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "open-notes", Types.LONG, Types.POJO(AlarmSignal.class)));
        notesClearedAtOnce = getRuntimeContext().getMetricGroup().counter("notesClearedAtOnce");
        notesRead = getRuntimeContext().getMetricGroup().counter("notesRead");
    }

    @Override
    public void processElement(Reading reading, Context context, Collector<AlarmSignal> out)
            throws Exception {
        if (reading.note() == null || reading.note().text() == null) {
            return;
        }
        notesRead.inc();
        NoteMeaning meaning = rules.of(reading.site()).read(reading.note().text());
        if (namesRoad(meaning)) {
            context.output(ROADS, roadState(reading, meaning));
        }
        if (meaning.severity() != Severity.INFO) {
            raise(signal(reading, meaning), context, out);
        }
    }

    private void raise(AlarmSignal signal, Context context, Collector<AlarmSignal> out)
            throws Exception {
        out.collect(signal);
        if (hasTooManyOpen()) {
            notesClearedAtOnce.inc();
            out.collect(gone(signal, signal.at()));
            return;
        }
        long closesAt = signal.at().plus(alarmOpenFor).toEpochMilli();
        open.put(closesAt, signal);
        context.timerService().registerEventTimeTimer(closesAt);
    }

    private boolean hasTooManyOpen() throws Exception {
        int count = 0;
        for (long unused : open.keys()) {
            count++;
        }
        return count >= MAX_OPEN;
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        AlarmSignal signal = open.get(at);
        open.remove(at);
        if (signal != null) {
            out.collect(gone(signal, Instant.ofEpochMilli(at)));
        }
    }

    private static boolean namesRoad(NoteMeaning meaning) {
        return switch (meaning.category()) {
            case ROAD_CLOSED, ROAD_OPEN -> meaning.subjectId() != null;
            case WET_ROAD -> true;
            default -> false;
        };
    }

    private RoadState roadState(Reading reading, NoteMeaning meaning) {
        RoadCondition condition =
                switch (meaning.category()) {
                    case ROAD_CLOSED -> RoadCondition.CLOSED;
                    case WET_ROAD -> RoadCondition.WET;
                    default -> RoadCondition.OPEN;
                };
        return new RoadState(
                reading.site(),
                condition == RoadCondition.WET ? RoadState.ALL_SEGMENTS : meaning.subjectId(),
                condition,
                reading.time(),
                condition == RoadCondition.OPEN ? null : reading.time().plus(roadValidFor),
                RoadStateSource.NOTE,
                reading.id(),
                null);
    }

    /** The signal of a note, which is its own cause: each note has an alarm of its own. */
    private static AlarmSignal signal(Reading reading, NoteMeaning meaning) {
        String text = reading.note().text();
        return new AlarmSignal(
                        reading.site(),
                        reading.machineId(),
                        AlertType.NOTE,
                        meaning.severity(),
                        reading.time(),
                        true,
                        meaning.category() + ": " + text,
                        Map.of())
                .withWords(Map.of("note", text, "category", meaning.category().name()))
                .ofCause(Long.toString(reading.time().toEpochMilli()));
    }

    private static AlarmSignal gone(AlarmSignal signal, Instant at) {
        return new AlarmSignal(
                        signal.site(),
                        signal.machineId(),
                        AlertType.NOTE,
                        Severity.INFO,
                        at,
                        false,
                        signal.message(),
                        Map.of())
                .ofCause(signal.causeId());
    }
}
