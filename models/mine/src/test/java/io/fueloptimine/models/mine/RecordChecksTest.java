package io.fueloptimine.models.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StopReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordChecksTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                          | Reading.site is null",
                "{\"site\":\"a/b\"}                          | Reading.site is a/b, expected a name",
                "{\"site\":\"a\",\"machineId\":\"\"}         | Reading.machineId is ",
                "{\"site\":\"a\",\"machineId\":\"T#1\"}      | Reading.machineId is T#1, expected",
                "{\"site\":\"..\",\"machineId\":\"T\"}       | Reading.site is .., expected a name",
                "{\"site\":\"a\",\"machineId\":\"T\\u202e\"} | Reading.machineId is T\\u202E,",
                "{\"site\":\"a\",\"machineId\":\"T\"}        | Reading.kind is null",
                "{\"site\":\"a\",\"machineId\":\"T\",\"kind\":\"AUX\",\"stream\":\"NOTE\","
                        + "\"time\":\"2026-01-05T08:00:00Z\",\"flags\":[]} | Reading.note is null",
            })
    void aBadReadingIsRefusedWithFieldAndValue(String json, String fault) {
        assertThatThrownBy(() -> read(json, Reading.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void anAssignmentNeedsItsSite() {
        assertThatThrownBy(() -> read("{\"EquipmentId\":\"T1\"}", AssignmentMessage.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("AssignmentMessage.Site is null");
    }

    @Test
    void aScoreNeedsItsWindow() {
        assertThatThrownBy(() -> read("{\"expectedL\":5}", ScoredWindow.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ScoredWindow.window is null");
    }

    @Test
    void keysAreNoPartOfTheJson() throws IOException {
        PlanTrigger trigger = new PlanTrigger("andes", PlanCause.DRIFT, "T01", AT);
        assertThat(new String(MineJson.toBytes(trigger), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"site\":\"andes\",\"cause\":\"DRIFT\",\"subject\":\"T01\","
                                + "\"at\":\"2026-01-05T08:00:00Z\"}");
        QualityHour hour = new QualityHour("andes", "T01", AT, 1, 0, 0, 0, 0, null, 0);
        String json = new String(MineJson.toBytes(hour), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("Key");
        assertThat(read(json, QualityHour.class)).isEqualTo(hour);
    }

    @Test
    void takesTheSiteOfAQualityRecordFromItsTopic() {
        assertThat(quality("spBv1.0/pit/NDATA/edge/A", "A").machineKey()).isEqualTo("pit/A");
        assertThat(quality("pit/v1/haultruck/T1/state", "T1").topicKey()).isEqualTo("pit/T1");
        assertThat(quality(null, null).machineKey()).isEqualTo("unknown/unknown");
        assertThat(quality("pit/v1/x", null).topicKey()).isNull();
        assertThat(quality("pit/v1/x", "a/b").machineKey()).isEqualTo("pit/unknown");
        assertThat(quality("pit/v1/x", "T\u202E1").machineKey()).isEqualTo("pit/unknown");
        assertThat(quality("../v1/haultruck/T1/state", "T1").site()).isEqualTo("unknown");
        assertThat(quality("x".repeat(65) + "/v1/x", null).site()).isEqualTo("unknown");
        assertThat(quality("spBv1.0/p\u001bt/NDATA/e", null).site()).isEqualTo("unknown");
    }

    @Test
    void unknownStopReasonsAreOther() {
        assertThat(StopReason.of("DOWN")).isEqualTo(StopReason.DOWN);
        assertThat(StopReason.of("BLASTING")).isEqualTo(StopReason.OTHER);
        assertThat(StopReason.of(null)).isNull();
    }

    private static QualityRecord quality(String topic, String machineId) {
        return new QualityRecord(
                "q",
                QualityVerdict.REJECTED,
                "r",
                Severity.INFO,
                null,
                null,
                null,
                topic,
                machineId,
                null,
                AT,
                false,
                null);
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
