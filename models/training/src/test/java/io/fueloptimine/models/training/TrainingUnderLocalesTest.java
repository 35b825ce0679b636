package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.search.TpeSampler;
import io.fueloptimine.models.training.table.TrainingTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a registry do not depend on the computer that trains. */
class TrainingUnderLocalesTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
    private static final MachineClasses CLASSES = MachineClasses.standard();
    private static final ModelRecipe RECIPE =
            ModelRecipe.windows(7).with(new BoostSettings(7, 30, 4, 0.2, 5));

    @TempDir private static Path folder;

    private static Map<String, String> expected;

    @BeforeAll
    static void trainUnderTheRootLocale() throws IOException {
        expected = trained("und", "UTC");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "es-BO, America/La_Paz",
        "de-DE, Europe/Berlin",
        "tr-TR, Europe/Istanbul",
        "ar-EG, America/Santiago",
        "fa-IR, Asia/Tehran",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void registersTheSameBytesUnderEveryLocaleAndTimeZone(String locale, String zone)
            throws IOException {
        assertThat(expected.keySet())
                .anyMatch(file -> file.endsWith("model.json"))
                .anyMatch(file -> file.endsWith("metadata.json"))
                .anyMatch(file -> file.endsWith("report.html"))
                .anyMatch(file -> file.endsWith(".svg"))
                .anyMatch(file -> file.endsWith("search.journal"));
        assertThat(trained(locale, zone)).isEqualTo(expected);
    }

    /** Otherwise the test above compares nothing. */
    @Test
    void theLocalesFormatNumbersDifferently() {
        Stream<String> formatted =
                Stream.of("es-BO", "ar-EG", "fa-IR", "th-TH-u-nu-thai")
                        .map(Locale::forLanguageTag)
                        .map(locale -> String.format(locale, "%.1f", 1.5));

        assertThat(formatted).containsExactly("1,5", "١٫٥", "۱٫۵", "๑.๕");
    }

    /** The text of each file by its name, or its bytes as Latin-1. */
    private static Map<String, String> trained(String locale, String zone) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Path root = Files.createDirectory(folder.resolve(locale));
        TrainingTable table = WindowTable.of(SyntheticWindows.of(8, 200, 1), CLASSES);
        new SettingsSearch(RECIPE, table)
                .best(
                        TpeSampler.DEFAULT,
                        2,
                        Optional.of(root.resolve("search.journal")),
                        (trial, trials, best) -> {});
        ModelRegistry registry = new ModelRegistry(root, CLASSES, CLOCK);
        TrainedModel model = new ModelTrainer(RECIPE).train(table, CLASSES, "a test");
        registry.promote(ModelRegistry.FUEL_WINDOW, registry.register(model.draft()));
        return files(root);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                texts.put(
                        root.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
