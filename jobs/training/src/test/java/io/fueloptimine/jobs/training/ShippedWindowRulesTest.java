package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.models.quality.window.WindowRule;
import io.fueloptimine.models.quality.window.WindowRules;
import io.fueloptimine.models.quality.window.WindowStatistics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The window rules of the shipped suite on an ordinary simulated day. */
class ShippedWindowRulesTest {

    private static final Path MINE = Path.of("../../deploy/local/mines/andes.yaml");
    private static final Duration SAMPLING = Duration.ofSeconds(20);

    private static final Instant END = PitSettings.DEFAULT_START.plus(Duration.ofHours(24));

    private final WindowRules rules = new WindowRules(ValidationSuite.shipped());
    private final Map<String, WindowStatistics> windows = new HashMap<>();

    @Test
    void anOrdinaryDayBreaksNoRule() {
        MineSite mine = MineSiteFile.read(MINE);
        PitSettings settings = PitSettings.of(101).withSampling(SAMPLING);
        Pit pit =
                new Pit(
                        mine,
                        settings,
                        Conditions.NONE,
                        new HistoryReadings(mine.site(), this::add));
        pit.advanceTo(END);

        List<String> violated = new ArrayList<>();
        windows.forEach(
                (key, statistics) -> {
                    WindowRule rule = rules.find(key.substring(key.indexOf('#') + 1)).orElseThrow();
                    statistics
                            .violation(rule.expectation())
                            .ifPresent(observed -> violated.add(key + ": " + observed));
                });

        assertThat(rules.all()).hasSize(5);
        assertThat(windows).hasSizeGreaterThanOrEqualTo(26 * 24 * 5);
        assertThat(violated).isEmpty();
    }

    private void add(Reading reading) {
        for (WindowRule rule : rules.all()) {
            if (rule.rule().appliesTo(reading) && reading.time().isBefore(END)) {
                long hour = Math.floorDiv(reading.time().toEpochMilli(), rule.windowMs());
                windows.computeIfAbsent(
                                reading.machineId() + "/" + hour + "#" + rule.stateKey(),
                                key -> new WindowStatistics())
                        .add(rule.expectation(), rule.valueIn(reading), 0);
            }
        }
    }
}
