package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan as JSON does not depend on the computer, except for the solver's time. */
class PlanUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, Europe/Berlin",
        "tr-TR, Europe/Istanbul",
        "fa-IR, America/Santiago",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void isTheSameUnderEveryLocaleAndTimeZone(String locale, String zone) {
        String expected = plan("und", "UTC");

        assertThat(expected).contains("t/h, short by");
        assertThat(plan(locale, zone)).isEqualTo(expected);
    }

    private static String plan(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        MineSite greedy = TestMine.withTarget(TestMine.small(), 5);
        DispatchPlan plan =
                new FleetPlanner(greedy, PlannerSettings.defaults())
                        .plan(
                                FleetSituation.allReady(greedy, AT),
                                new PlanTrigger("testmine", PlanCause.CLOCK, null, AT));
        return new String(MineJson.toBytes(plan), StandardCharsets.UTF_8)
                .replaceAll("\"solveMillis\":\\d+", "");
    }
}
