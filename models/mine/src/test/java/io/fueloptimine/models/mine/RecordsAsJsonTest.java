package io.fueloptimine.models.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.saving.FuelSaving;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of the topics and their parts, with random values in each of its fields. */
class RecordsAsJsonTest {

    private static final int REPEATS = 20;
    private static final int MAX_ATTEMPTS = 1_000_000;

    static Stream<Class<? extends Record>> records() {
        return Stream.of(
                Alert.class,
                AssignmentMessage.class,
                AssignmentReply.class,
                DispatchAssignment.class,
                DispatchPlan.class,
                DriftEvent.class,
                FuelSaving.class,
                FuelWindow.class,
                HaulCycle.class,
                ModelAnnouncement.class,
                Note.class,
                PlanTrigger.class,
                PlannedFlow.class,
                QualityHour.class,
                Reading.class,
                Refuel.class,
                ReportedSignal.class,
                RetrainRequest.class,
                RetrainingOutcome.class,
                RoadState.class,
                ScoredWindow.class,
                StateChange.class,
                SuiteUpdate.class,
                Telemetry.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void comesBackFromJsonAsItWas(Class<? extends Record> type) throws Exception {
        Random random = new Random(type.getSimpleName().hashCode());
        for (int i = 0; i < REPEATS; i++) {
            Record sent = random(type, random, 0.0);

            assertThat(MineJson.fromBytes(MineJson.toBytes(sent), type)).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void comesBackWithTheNullsThatItHad(Class<? extends Record> type) throws Exception {
        Random random = new Random(31L * type.getSimpleName().hashCode());
        for (int i = 0; i < REPEATS; i++) {
            Record sent = random(type, random, 0.5);
            byte[] json = MineJson.toBytes(sent);

            assertThat(MineJson.fromBytes(json, type)).isEqualTo(sent);
            assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("null");
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void ignoresAFieldThatALaterReleaseAdds(Class<? extends Record> type) throws Exception {
        Record sent = random(type, new Random(5), 0.2);
        String json = new String(MineJson.toBytes(sent), StandardCharsets.UTF_8);
        String later = "{\"addedLater\":{\"a\":[1]}" + (json.equals("{}") ? "" : ",");

        byte[] extended = (later + json.substring(1)).getBytes(StandardCharsets.UTF_8);

        assertThat(MineJson.fromBytes(extended, type)).isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasTheNamesOfItsComponentsAsFieldsAndNoOthers(Class<? extends Record> type)
            throws Exception {
        Record sent = random(type, new Random(6), 0.0);
        assumeFalse(type == AssignmentMessage.class, "has the field names of its protocol");
        List<String> fields = new ArrayList<>();
        JsonNode json = MineJson.mapper().readTree(MineJson.toBytes(sent));
        json.fieldNames().forEachRemaining(fields::add);

        assertThat(fields)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void writesInstantsAsIsoTextInUtc() throws Exception {
        PlanTrigger trigger =
                new PlanTrigger(
                        "pit", PlanCause.CLOCK, null, Instant.ofEpochMilli(1_700_000_000_123L));

        assertThat(new String(MineJson.toBytes(trigger), StandardCharsets.UTF_8))
                .contains("\"2023-11-14T22:13:20.123Z\"");
    }

    @Test
    void keepsANumberThatIsNotANumber() throws Exception {
        PlannedFlow flow = new PlannedFlow("A", "B", "930E", true, Double.NaN, 1, 0);

        assertThat(MineJson.fromBytes(MineJson.toBytes(flow), PlannedFlow.class)).isEqualTo(flow);
    }

    @Test
    void rejectsTextThatIsNotSuchARecord() {
        byte[] list = "[1,2]".getBytes(StandardCharsets.UTF_8);
        byte[] cut = "{\"author\":\"J".getBytes(StandardCharsets.UTF_8);
        byte[] unknownState = "{\"state\":\"FLYING\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> MineJson.fromBytes(list, Note.class))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MineJson.fromBytes(cut, Note.class))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MineJson.fromBytes(unknownState, StateChange.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FLYING");
    }

    /** The first random record that the checks of its constructor accept. */
    private static Record random(Class<? extends Record> type, Random random, double nullShare)
            throws ReflectiveOperationException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return anyRandom(type, random, nullShare);
            } catch (InvocationTargetException e) {
                // Its required fields are random too: the next one may be accepted.
            }
        }
        throw new IllegalStateException("no random " + type.getSimpleName() + " is accepted");
    }

    private static Record anyRandom(Class<? extends Record> type, Random random, double nullShare)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType(), random, nullShare);
        }
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object value(Type type, Random random, double nullShare)
            throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, random, nullShare);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == double.class) {
            return Math.abs(random.nextGaussian() * 1e4);
        }
        if (plain == int.class) {
            return random.nextInt();
        }
        if (plain == long.class) {
            return random.nextLong();
        }
        if (plain == boolean.class) {
            return random.nextBoolean();
        }
        return random.nextDouble() < nullShare ? null : object(plain, random, nullShare);
    }

    private static Object object(Class<?> type, Random random, double nullShare)
            throws ReflectiveOperationException {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (type.isRecord()) {
            return random(type.asSubclass(Record.class), random, nullShare);
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(Math.floorMod(random.nextLong(), 4_000_000_000_000L));
        }
        if (type == String.class) {
            // A line break is valid in free text only: rare, so that records of names are found.
            String end = random.nextInt(4) == 0 ? "\n" : "";
            return "x" + random.nextInt(1_000) + "ñ\"\\" + end;
        }
        if (type == Double.class) {
            return random.nextGaussian();
        }
        if (type == Integer.class) {
            return random.nextInt();
        }
        if (type == Long.class) {
            return random.nextLong();
        }
        if (type == Boolean.class) {
            return random.nextBoolean();
        }
        throw new IllegalStateException("no random value for " + type);
    }

    private static Object collection(ParameterizedType type, Random random, double nullShare)
            throws ReflectiveOperationException {
        Type[] arguments = type.getActualTypeArguments();
        int size = random.nextInt(4);
        if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(value(arguments[0], random, 0));
            }
            return list;
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(value(arguments[0], random, 0), value(arguments[1], random, 0));
        }
        return map;
    }
}
