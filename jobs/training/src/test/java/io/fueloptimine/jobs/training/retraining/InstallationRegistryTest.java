package io.fueloptimine.jobs.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationRegistryTest {

    private static final Path SHIPPED = Path.of("../../models/registry");
    private static final String NAME = ModelRegistry.FUEL_WINDOW;

    @TempDir Path folder;
    private Path own;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void nameIt() {
        own = folder.resolve("registry");
    }

    @Test
    void beginsWithTheShippedModels() {
        prepare();

        assertThat(new ModelRegistry(own).champion(NAME)).isPresent();
        assertThat(new ModelRegistry(own).names()).isEqualTo(new ModelRegistry(SHIPPED).names());
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(own));
        assertThat(said).isEmpty();
    }

    @Test
    void copiesModelsThatAreALinkToAnotherFolder() throws IOException {
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("models"), SHIPPED.toRealPath().resolve("models"));

        InstallationRegistry.prepare(linked, own, said::add);

        assertThat(new ModelRegistry(own).champion(NAME)).isPresent();
    }

    @Test
    void replacesADraftThatACrashLeft() throws IOException {
        Path half = folder.resolve(".registry-draft/models/fuel-window/version-1/model.json");
        Files.createDirectories(half.getParent());
        Files.writeString(half, "{");
        Files.writeString(half.resolveSibling("left-over"), "");

        prepare();

        Path whole = own.resolve("models/fuel-window/version-1/model.json");
        assertThat(whole).hasSameBinaryContentAs(SHIPPED.resolve(own.relativize(whole)));
        assertThat(whole.resolveSibling("left-over")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(own));
    }

    @Test
    void leavesWhatTheMineHasTaughtAlone() throws IOException {
        prepare();
        Path alias = own.resolve("models/fuel-window/aliases/challenger");
        Files.writeString(alias, "1\n");

        prepare();

        assertThat(alias).hasContent("1");
        assertThat(said).isEmpty();
    }

    @Test
    void putsModelsAsideThatThisVersionCannotUse() throws IOException {
        for (int i = 0; i < 2; i++) {
            prepare();
            Files.writeString(own.resolve("models/fuel-window/aliases/champion"), "77\n");
        }
        prepare();

        assertThat(new ModelRegistry(own).champion(NAME)).isPresent();
        assertThat(folder.resolve("registry-1")).isDirectory();
        assertThat(folder.resolve("registry-2")).isDirectory();
        assertThat(said).hasSize(2);
        assertThat(said.get(0))
                .contains("no version 77", own.toString(), "registry-1, and the shipped models");
    }

    private void prepare() {
        InstallationRegistry.prepare(SHIPPED, own, said::add);
    }
}
