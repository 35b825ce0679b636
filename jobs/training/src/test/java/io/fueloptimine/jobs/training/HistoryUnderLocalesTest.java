package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated mine, and the models trained on it, do not depend on the computer. */
class HistoryUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Path ANDES = Path.of("../../deploy/local/mines/andes.yaml");
    private static final Duration SPAN = Duration.ofHours(4);

    private static MineHistory expected;

    @TempDir Path folder;

    @BeforeAll
    static void simulateUnderTheRootLocale() {
        expected = history("und", "UTC");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "ar-EG, America/Santiago",
        "mr-IN-u-nu-deva, Asia/Kolkata",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void theSimulatedMineIsTheSame(String locale, String zone) {
        assertThat(expected.windows().get(0).operatorId()).matches("OP-[A-D]\\d\\d");
        MineHistory history = history(locale, zone);

        assertThat(history.windows()).isEqualTo(expected.windows());
        assertThat(history.cycles()).isEqualTo(expected.cycles());
        assertThat(history.source()).isEqualTo(expected.source());
    }

    @Test
    void theRegistryIsTheSame() throws IOException {
        Map<String, String> files = registry("und", "UTC");

        assertThat(files.get("models/fuel-window/version-1/metadata.json"))
                .contains("simulated mine andes, seed 7, 4 h");
        assertThat(registry("fa-IR", "Asia/Tehran")).isEqualTo(files);
    }

    private static MineHistory history(String locale, String zone) {
        set(locale, zone);
        MineSite mine = MineSiteFile.read(ANDES);
        return SimulatedHistory.of(mine, 7, SPAN, TrainingProgress.SILENT);
    }

    /** The files of a registry without the times of registration. */
    private Map<String, String> registry(String locale, String zone) throws IOException {
        set(locale, zone);
        Path root = Files.createDirectory(folder.resolve(locale));
        new TrainingJob(TrainingProgress.SILENT)
                .run(new TrainingRequest(ANDES, root, 7, new HistorySource.Simulated(SPAN)));
        assertThat(new ModelRegistry(root).names()).contains(ModelRegistry.FUEL_WINDOW);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                texts.put(
                        root.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1)
                                .replaceAll("\"(createdAt|at)\" ?: ?\"[^\"]+\"", "\"$1\""));
            }
        }
        return texts;
    }

    private static void set(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
    }
}
