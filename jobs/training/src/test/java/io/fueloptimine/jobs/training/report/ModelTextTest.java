package io.fueloptimine.jobs.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.ModelVersion;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTest {

    private static final String NAME = "fuel-window";

    @TempDir Path root;
    private ModelRegistry registry;

    @BeforeEach
    void register() throws IOException {
        registry = SmallRegistry.in(root);
        registry.promote(NAME, 1);
        registry.promote(NAME, Alias.CHALLENGER, 2);
    }

    @Test
    void theListHasALineAVersionWithItsAliasAndWorth() {
        String list = new ModelList(registry).of(NAME);

        assertThat(list.lines()).hasSize(5);
        assertThat(list.lines().toList().get(1))
                .startsWith("version")
                .containsSubsequence(
                        "tag", "alias", "MAE L", "R2", "coverage %", "pinballL", "rows");
        assertThat(list.lines().toList().get(2))
                .startsWith("1")
                .containsSubsequence("2.1.0", "champion", "0.0920", "0.9950", "80.40", "74,880")
                .containsSubsequence(" MB", "mine a");
        assertThat(list.lines().toList().get(3)).contains("challenger", "0.0800");
        assertThat(list.lines().toList().get(4)).doesNotContain("champion", "challenger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{\"name\":1,\"name\":2}", "[]"})
    void aBrokenVersionDoesNotHideTheOthers(String metadata) throws IOException {
        Files.writeString(root.resolve("models/fuel-window/version-2/metadata.json"), metadata);

        String list = new ModelList(registry).of(NAME);

        assertThat(list.lines().toList().get(2)).startsWith("1").contains("champion");
        assertThat(list.lines().toList().get(3)).startsWith("3");
        assertThat(list.lines().toList().get(4))
                .contains("version 2 cannot be read: ", "metadata.json");
        assertThat(ModelVersions.in(registry))
                .extracting(ModelVersion::version)
                .containsExactly(1, 3);
    }

    @Test
    void aVersionWithoutMetadataDoesNotHideTheOthers() throws IOException {
        Files.createDirectory(root.resolve("models/fuel-window/version-4"));
        Files.writeString(root.resolve("models/fuel-window/version-5"), "a file");

        assertThat(new ModelList(registry).of(NAME))
                .contains("version 4 cannot be read", "version 5 cannot be read", "champion");
        assertThat(ModelVersions.in(registry)).hasSize(3);
    }

    @Test
    void aBrokenAliasDoesNotHideTheVersions() throws IOException {
        Files.writeString(root.resolve("models/fuel-window/aliases/challenger"), "two");

        assertThat(new ModelList(registry).of(NAME))
                .contains("champion", "alias challenger cannot be read: ", "'two'");
        assertThat(new ModelPage(registry).of(NAME, 1)).contains("champion, challenger unreadable");
    }

    @Test
    void aBrokenLineOfTheHistoryDoesNotHideTheOthers() throws IOException {
        Path history = root.resolve("history/fuel-window.jsonl");
        int events = registry.history(NAME).size();
        Files.writeString(history, "not JSON\n" + Files.readString(history));

        assertThat(registry.history(NAME)).hasSize(events);
        assertThat(new ModelPage(registry).of(NAME, 2)).contains("version 2 made challenger");
    }

    @Test
    void thePageShowsOriginAndAccuracyOfAVersion() {
        String page = new ModelPage(registry).of(NAME, 2);

        assertThat(page)
                .startsWith("fuel-window version 2 (2.2.0), challenger\n")
                .contains("74,880 rows of 26 machines")
                .contains("2026-01-05T08:00:00Z to 2026-01-05T08:01:00Z")
                .contains("features     16 of schema 2: payload_t")
                .contains("trucks       777G, 785D, 793F, 930E")
                .contains(
                        "lower end moved down by 2.10 % of the expectation, upper end up by -0.40"
                                + " %")
                .contains("identical in plain Java and XGBoost on 1,000,000 rows, every forest")
                .contains("missing      ambient_c 50.0 %")
                .contains("2026-01-05T08:00:00Z  version 2 made challenger\n")
                .doesNotContain("made champion");
        assertThat(lineOf(page, "  model ")).containsSubsequence("4,320", "0.0800", "0.9950");
        assertThat(page).contains("0.0700..0.0900");
        assertThat(page.indexOf("  model ")).isLessThan(page.indexOf("  physics "));
        assertThat(lineOf(page, "  p90.json"))
                .contains(String.format("%,d", registry.files(NAME, 2).get("p90.json")))
                .contains(" " + registry.metadata(NAME, 2).trees() + " ")
                .contains(registry.metadata(NAME, 2).forests().get("p90.json").sha256());
        assertThat(lineOf(page, "  report.md"))
                .contains(registry.metadata(NAME, 2).attachments().get("report.md"));
    }

    @Test
    void thePageOfAVersionWithoutParityProofStatesThatItCannotBePromoted() {
        assertThat(new ModelPage(registry).of(NAME, 3))
                .contains("proven       no: it cannot be promoted")
                .contains("interval     none learnt")
                .contains("missing      not told: no histograms");
    }

    @Test
    void theComparisonNamesWhatDiffersAndNothingElse() {
        String comparison = new ModelComparison(registry).of(NAME, 1, 2);

        assertThat(comparison)
                .contains("version 1 (champion)", "version 2 (challenger)")
                .contains("Trained and judged on different data")
                .doesNotContain("eta", "Only version");
        assertThat(lineOf(comparison, "MAE L"))
                .containsSubsequence(
                        "0.0920 [0.0820..0.1020]", "0.0800 [0.0700..0.0900]", "-0.0120");
        assertThat(lineOf(comparison, "max_depth")).containsSubsequence("6", "4");
        assertThat(lineOf(comparison, "p10.json, trees"))
                .containsSubsequence("-", Integer.toString(registry.metadata(NAME, 2).trees()));
    }

    @Test
    void theComparisonOfAVersionWithItselfFindsNoDifference() {
        assertThat(new ModelComparison(registry).of(NAME, 1, 1))
                .contains("on the same data", "No parameter differs.");
    }

    private static String lineOf(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
