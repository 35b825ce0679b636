package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in against bytes held: mine files that would fill the memory are refused. */
class MineFileLimitsTest {

    @TempDir Path folder;

    @Test
    void aFileThatIsTooLarge() throws IOException {
        Path mine =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        MineSiteFileTest.SMALL_MINE + "#".repeat(TextFile.MAX_BYTES));

        assertThatThrownBy(() -> MineSiteFile.read(mine))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mine.yaml has more than 3145728 bytes");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileWithoutEnd() {
        assertThatThrownBy(() -> MineSiteFile.read(Path.of("/dev/zero")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/dev/zero has more than 3145728 bytes");
    }

    /** Lists of lists of one anchor, which a reader that follows anchors makes a billion of. */
    @Test
    void anchorsAreNotMultiplied() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [" + (before + ",").repeat(9) + before + "]\n");
        }

        assertRefused(yaml + MineSiteFileTest.SMALL_MINE);
        assertRefused(
                MineSiteFileTest.SMALL_MINE.replace("auxMachines: []", "auxMachines: &a [*a, *a]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNesting(String opening) {
        assertRefused("site: " + opening.repeat(200_000));
    }

    @Test
    void longNamesAndNumbers() {
        assertRefused(MineSiteFileTest.SMALL_MINE + "x".repeat(1_000_000) + ": 1\n");
        assertRefused(
                MineSiteFileTest.SMALL_MINE.replace(
                        "lengthM: 1000", "lengthM: " + "9".repeat(9_999)));
        assertRefused(MineSiteFileTest.SMALL_MINE.replace("lengthM: 1000", "lengthM: 1e999999999"));
    }

    @Test
    void moreMachinesThanAMineHas() throws IOException {
        StringBuilder trucks = new StringBuilder("trucks:\n");
        for (int i = 0; i < 3_001; i++) {
            trucks.append(
                    "  - {id: T%d, className: 930E, pairedLoadingUnitId: S1, pairedDumpId: C}\n"
                            .formatted(i));
        }
        String yaml = MineSiteFileTest.SMALL_MINE.replace("trucks:\n", trucks);
        Path mine = Files.writeString(folder.resolve("mine.yaml"), yaml);

        assertThatThrownBy(() -> MineSiteFile.read(mine))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("trucks has 3002 entries, expected at most 3000");
    }

    @Test
    void moreFilesThanSites() throws IOException {
        for (int i = 0; i < 201; i++) {
            Files.writeString(folder.resolve("m" + i + ".yaml"), MineSiteFileTest.SMALL_MINE);
        }

        assertThatThrownBy(() -> MineSites.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 201 mine files, expected at most 200");
    }

    private void assertRefused(String yaml) {
        assertThatThrownBy(
                        () ->
                                MineSiteFile.read(
                                        Files.writeString(folder.resolve("mine.yaml"), yaml)))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(
                        e -> {
                            if (e.getMessage().length() > 2_000) {
                                throw new AssertionError("a message of the size of the file");
                            }
                        });
    }
}
