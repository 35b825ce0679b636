package io.fueloptimine.models.dispatch.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a new champion prices trips. */
class PriceModelsTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final MineSites MINES = MineSites.of(MINE);
    private static final long LIMIT_NS = 20_000_000_000L;

    @TempDir Path root;

    @Test
    void theFirstWindowOfANewChampionMakesTheNextPlanUseItsPrices() throws IOException {
        Path registry = root.resolve("registry");
        try (PriceModels models = new PriceModels(registry, "fuel-window", MINES)) {
            assertThat(models.of(MINE, "").priceModel()).isEqualTo("physics");
            copy(Path.of("../registry"), registry);

            models.scoredWith("fuel-window 1");

            assertThat(holds(() -> models.version() == 1)).isTrue();
            assertThat(models.of(MINE, "").priceModel()).isEqualTo("fuel-window 1");
        }
    }

    @Test
    void aWindowOfTheModelInUseDoesNotReadTheRegistry() throws IOException {
        Path registry = root.resolve("registry");
        copy(Path.of("../registry"), registry);
        try (PriceModels models = new PriceModels(registry, "fuel-window", MINES)) {
            assertThat(holds(() -> models.version() == 1)).isTrue();
            HaulModel before = models.of(MINE, "fuel-window 1");

            models.scoredWith("fuel-window 1");

            assertThat(models.of(MINE, "fuel-window 1")).isSameAs(before);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copied = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return condition.getAsBoolean();
    }
}
