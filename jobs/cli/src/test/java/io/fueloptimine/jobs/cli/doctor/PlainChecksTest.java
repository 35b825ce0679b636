package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.kafka.TopicRights;
import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import io.fueloptimine.jobs.cli.doctor.FolderCheck.Limits;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks that ask no server. */
class PlainChecksTest {

    private static final Limits NONE = new Limits(0, 0);

    @TempDir Path folder;

    @Test
    void onlyJava17IsFit() {
        assertThat(new VersionsCheck("FuelOptiMine 1", 17).run().status()).isEqualTo(Status.OK);
        CheckResult other = new VersionsCheck("FuelOptiMine 1", 21).run();
        assertThat(other.status()).isEqualTo(Status.FAULT);
        assertThat(other.found()).isEqualTo("FuelOptiMine 1, Java 21");
    }

    @Test
    void aFolderMustExist() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(check(folder.resolve("none"), NONE).found()).endsWith("none does not exist");
        assertThat(check(file, NONE).found()).endsWith("file is no folder");
        assertThat(check(file, NONE).status()).isEqualTo(Status.FAULT);
    }

    @Test
    void aFolderIsCheckedAndLeftEmpty() {
        assertThat(check(folder, NONE).status()).isEqualTo(Status.OK);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void freeSpaceHasTwoLimits() {
        assertThat(check(folder, new Limits(Long.MAX_VALUE, 0)).status()).isEqualTo(Status.WARN);
        assertThat(check(folder, new Limits(Long.MAX_VALUE, Long.MAX_VALUE)).status())
                .isEqualTo(Status.FAULT);
    }

    @Test
    void aRegistryNeedsAChampion() throws IOException {
        assertThat(new RegistryCheck(FuelHome.find().registry()).run().status())
                .isEqualTo(Status.OK);
        assertThat(new RegistryCheck(folder).run().found()).contains("is not a model registry");
        Files.createDirectory(folder.resolve("models"));
        assertThat(new RegistryCheck(folder).run().status()).isEqualTo(Status.FAULT);
    }

    @Test
    void missingRightsOnTopicsAreNamed() {
        TopicRights all = new TopicRights(Set.of("a"), Map.of());
        TopicRights none = new TopicRights(Set.of(), Map.of());
        TopicRights some =
                new TopicRights(
                        Set.of("a", "b"), Map.of("b", List.of("WRITE"), "a", List.of("READ")));

        assertThat(TopicRightsCheck.result(all).status()).isEqualTo(Status.OK);
        assertThat(TopicRightsCheck.result(none).status()).isEqualTo(Status.WARN);
        assertThat(TopicRightsCheck.result(some).status()).isEqualTo(Status.FAULT);
        assertThat(TopicRightsCheck.result(some).found())
                .isEqualTo("the user lacks {a=[READ], b=[WRITE]}");
    }

    private static CheckResult check(Path folder, Limits limits) {
        return new FolderCheck("lake", "--lake", folder, limits).run();
    }
}
