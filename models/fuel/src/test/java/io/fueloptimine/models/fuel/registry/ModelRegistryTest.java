package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.trees.SmallModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {

    private static final String NAME = "fuel-window";

    @TempDir Path root;
    private ModelRegistry registry;

    @BeforeEach
    void open() {
        registry = new ModelRegistry(root);
    }

    @Test
    void hasNoChampionBeforeOneIsPromoted() {
        assertThat(registry.champion(NAME)).isEmpty();

        register();

        assertThat(registry.champion(NAME)).isEmpty();
        assertThat(registry.latestVersion(NAME)).isEqualTo(1);
    }

    @Test
    void promotesAndRollsBack() {
        register();
        register();
        registry.promote(NAME, 2);

        assertThat(registry.champion(NAME).orElseThrow().version()).isEqualTo("2");

        registry.promote(NAME, 1);

        assertThat(registry.championVersion(NAME)).hasValue(1);
        assertThat(registry.champion(NAME).orElseThrow().version()).isEqualTo("1");
    }

    @Test
    void keepsWhereAModelComesFrom() {
        register();

        ModelMetadata metadata = registry.metadata(NAME, 1);

        assertThat(metadata.version()).isEqualTo(1);
        assertThat(metadata.semanticVersion()).isEqualTo("1.1.0");
        assertThat(metadata.seed()).isEqualTo(7);
        assertThat(metadata.modelSha256()).isEqualTo(Fingerprint.sha256(SmallModel.bytes()));
        assertThat(metadata.classes().truck("930E").emptyMassT()).isEqualTo(210);
    }

    @Test
    void showsReadersTheOldChampionOrTheNewOneAndNothingBetween() throws InterruptedException {
        register();
        register();
        registry.promote(NAME, 1);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Thread reader =
                new Thread(
                        () -> {
                            for (int i = 0; i < 300; i++) {
                                seen.add(registry.champion(NAME).orElseThrow().version());
                            }
                        });
        reader.setUncaughtExceptionHandler((thread, fault) -> seen.add(fault.toString()));

        reader.start();
        for (int i = 0; i < 300; i++) {
            registry.promote(NAME, 1 + i % 2);
        }
        reader.join();

        assertThat(seen).isSubsetOf("1", "2");
    }

    @Test
    void refusesABrokenModelAndFilesNothing() throws IOException {
        byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
        byte[] foreign = SmallModel.json(List.of("speed")).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> registry.register(broken, SmallModel.metadata()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> registry.register(foreign, SmallModel.metadata()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("[speed]");

        assertThat(registry.latestVersion(NAME)).isZero();
        try (Stream<Path> left = Files.list(root.resolve("models").resolve(NAME))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void keepsTheChampionWhenAPromotionFails() throws IOException {
        register();
        registry.promote(NAME, 1);
        register();
        Files.writeString(fileOf(2, "model.json"), "{", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> registry.promote(NAME, 2))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(fileOf(2, "model.json").toString());
        assertThatThrownBy(() -> registry.promote(NAME, 3)).hasMessageContaining("no version 3");

        assertThat(registry.championVersion(NAME)).hasValue(1);
    }

    @Test
    void namesTheFileAndWhatIsWrongWithIt() throws IOException {
        register();
        Path model = fileOf(1, "model.json");
        Path metadata = fileOf(1, "metadata.json");

        Files.writeString(model, SmallModel.json().replace("5E-1", "6E-1"));
        assertRefused(model, "SHA-256 differs");
        Files.delete(model);
        assertRefused(model, "does not exist");
        Files.writeString(metadata, "{\"name\": 3}");
        assertRefused(metadata, "Missing creator property 'version'");
        Files.delete(metadata);
        assertRefused(metadata, "does not exist");
    }

    @Test
    void namesAChampionFileThatSaysNoNumber() throws IOException {
        Path alias = root.resolve("models").resolve(NAME).resolve("aliases").resolve("champion");
        Files.createDirectories(alias.getParent());
        Files.writeString(alias, "latest");

        assertThatThrownBy(() -> registry.champion(NAME))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(alias.toString())
                .hasMessageContaining("'latest'");
    }

    @Test
    void refusesANameThatLeavesTheRegistry() {
        assertThatThrownBy(() -> registry.champion("../secrets"))
                .isInstanceOf(InvalidModelException.class);
    }

    private void assertRefused(Path file, String fault) {
        assertThatThrownBy(() -> registry.load(NAME, 1))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(fault);
    }

    private void register() {
        registry.register(SmallModel.bytes(), SmallModel.metadata());
    }

    private Path fileOf(int version, String file) {
        return root.resolve("models").resolve(NAME).resolve("version-" + version).resolve(file);
    }
}
