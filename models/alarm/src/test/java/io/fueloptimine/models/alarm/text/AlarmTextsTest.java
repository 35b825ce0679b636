package io.fueloptimine.models.alarm.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertText;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmTextsTest {

    private static final List<String> PARTS = List.of("seen", "expected", "reason", "action");

    private static final Instant AT = Instant.parse("2026-05-04T08:00:00Z");

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertThat(AlarmTexts.SPANISH.entries().keySet())
                .containsExactlyElementsOf(AlarmTexts.ENGLISH.entries().keySet());
    }

    @Test
    void hasTheSamePlaceholdersInBothLanguages() {
        AlarmTexts.ENGLISH
                .entries()
                .forEach(
                        (key, text) ->
                                assertThat(placeholders(AlarmTexts.SPANISH.entries().get(key)))
                                        .as(key)
                                        .isEqualTo(placeholders(text)));
    }

    @Test
    void translatesEveryEntry() {
        Set<String> same =
                AlarmTexts.ENGLISH.entries().entrySet().stream()
                        .filter(
                                entry ->
                                        entry.getValue()
                                                .equals(
                                                        AlarmTexts.SPANISH
                                                                .entries()
                                                                .get(entry.getKey())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        assertThat(same).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AlertType.class)
    void hasFourTextsForEveryTypeOfAlarm(AlertType type) {
        for (String part : PARTS) {
            assertThat(AlarmTexts.ENGLISH.entries()).containsKey(type + "." + part);
        }
    }

    @Test
    void hasAllFourTextsOfEachVariant() {
        Set<String> texts =
                AlarmTexts.ENGLISH.entries().keySet().stream()
                        .filter(key -> !key.startsWith("word."))
                        .collect(Collectors.toCollection(TreeSet::new));
        for (String key : texts) {
            String alarm = key.substring(0, key.lastIndexOf('.') + 1);
            PARTS.forEach(part -> assertThat(texts).contains(alarm + part));
        }
    }

    @Test
    void fillsInNumbersAndWordsUnderAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            AlarmSignal stuck =
                    signal(AlertType.STUCK_SENSOR, Map.of("value", 12.34, "workingMin", 7.0))
                            .withWords(Map.of("signal", "payloadT"));
            assertThat(AlarmTexts.ENGLISH.of(stuck).seen())
                    .isEqualTo("Payload of T01 has been 12.3 for 7 min of work.");
            assertThat(AlarmTexts.SPANISH.of(stuck).seen())
                    .isEqualTo("La carga de T01 está en 12.3 desde hace 7 min de trabajo.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void showsAShareAsPercent() {
        AlarmSignal drift =
                signal(AlertType.DRIFT, Map.of("ratioBefore", 0.021, "ratioAfter", 0.304));
        assertThat(AlarmTexts.ENGLISH.of(drift).seen()).contains("30 % more", "2 % before");
    }

    @Test
    void usesTheTextsOfAVariantAndThoseOfTheTypeForAnUnknownVariant() {
        AlarmSignal silence = signal(AlertType.SILENT_SENSOR, Map.of("machines", 60.0));
        AlertText common =
                AlarmTexts.ENGLISH.of(silence.withText("common", Map.of("names", "T01, T02")));
        assertThat(common.seen()).isEqualTo("60 machines of andes send no telemetry: T01, T02.");
        assertThat(AlarmTexts.ENGLISH.of(silence.withText("other", Map.of())).seen())
                .isEqualTo("No telemetry of T01 for not known s, last at not known.");
    }

    @Test
    void doesNotFillInPlaceholdersOfANote() {
        AlarmSignal note =
                signal(AlertType.NOTE, Map.of()).withWords(Map.of("note", "{machine} $1 \\"));
        assertThat(AlarmTexts.ENGLISH.of(note).seen()).isEqualTo("Note of T01: {machine} $1 \\");
    }

    private static List<String> placeholders(String text) {
        return AlarmTexts.PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static AlarmSignal signal(AlertType type, Map<String, Double> evidence) {
        return new AlarmSignal(
                "andes", "T01", type, Severity.WARNING, AT, true, "a test", evidence);
    }
}
