package io.fueloptimine.operators.alarm;

import static io.fueloptimine.operators.alarm.MachineScript.truck;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts as JSON do not depend on the computer. */
class AlertsUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Test
    void areTheSameUnderEveryLocaleAndTimeZone() throws Exception {
        List<String> expected = alerts("und", "UTC");

        assertThat(expected).anyMatch(alert -> alert.contains("Tank level"));
        assertThat(alerts("tr-TR", "Europe/Istanbul")).isEqualTo(expected);
        assertThat(alerts("ar-EG", "America/Santiago")).isEqualTo(expected);
    }

    private static List<String> alerts(String locale, String zone) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        List<String> texts = new ArrayList<>();
        for (Alert alert : Alarms.ofReadings(readings())) {
            // The order in which readings are added up differs between runs.
            texts.add(
                    new String(MineJson.toBytes(alert), StandardCharsets.UTF_8)
                            .replaceAll("(\\.\\d{6})\\d+", "$1"));
        }
        texts.sort(null);
        return texts;
    }

    private static List<Reading> readings() {
        return Stream.of(
                        truck("leaking").level(m -> 80 - m * 0.2).drive(70),
                        truck("empty").level(m -> 12 - m * 0.1).drive(90),
                        truck("robbed").off(10).level(m -> 70 - (m - 10)).off(6).level(64).off(20))
                .flatMap(script -> script.readings().stream())
                .toList();
    }
}
