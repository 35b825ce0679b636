package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MineSitesTest {

    @TempDir Path folder;

    @Test
    void readsEveryMineOfAFolder() throws IOException {
        write("b.yaml", MineSiteFileTest.SMALL_MINE);
        write("a.yml", MineSiteFileTest.SMALL_MINE.replace("site: test", "site: other"));
        write("README.md", "not a mine");

        MineSites mines = MineSites.read(folder);

        assertThat(mines.bySite()).containsOnlyKeys("other", "test");
        assertThat(mines.mine("other")).map(MineSite::site).contains("other");
        assertThat(mines.mine("unknown")).isEmpty();
        assertThat(mines.mine(null)).isEmpty();
    }

    @Test
    void readsOneFile() throws IOException {
        Path file = write("only.yaml", MineSiteFileTest.SMALL_MINE);

        assertThat(MineSites.read(file).bySite()).containsOnlyKeys("test");
    }

    @Test
    void namesTheFaultsOfAllFiles() throws IOException {
        write("a.yaml", MineSiteFileTest.SMALL_MINE.replace("className: 930E", "className: 777Z"));
        write("b.yaml", "site: [");
        write("c.yaml", MineSiteFileTest.SMALL_MINE);
        write("d.yaml", MineSiteFileTest.SMALL_MINE);

        assertThatThrownBy(() -> MineSites.read(folder))
                .asInstanceOf(type(InvalidInputException.class))
                .satisfies(e -> assertThat(e.faults()).hasSize(3))
                .extracting(Throwable::getMessage)
                .asString()
                .contains("a.yaml", "777Z", "b.yaml", "d.yaml: site test is also in", "c.yaml");
    }

    @Test
    void refusesAFolderWithoutMines() {
        assertThatThrownBy(() -> MineSites.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no mine file");
    }

    @Test
    void refusesTwoMinesOfOneSiteName() throws IOException {
        MineSite mine = MineSiteFile.read(write("a.yaml", MineSiteFileTest.SMALL_MINE));

        assertThatThrownBy(() -> MineSites.of(mine, mine))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("two mines have the site name test");
    }

    @Test
    void findsATruckClassPerSite() throws IOException {
        write("a.yaml", MineSiteFileTest.SMALL_MINE);
        write(
                "b.yaml",
                MineSiteFileTest.SMALL_MINE
                        .replace("site: test", "site: other")
                        .replace("tankL: 4200", "tankL: 5000"));

        MineSites mines = MineSites.read(folder);

        assertThat(mines.truckClass("test", "930E")).map(TruckClass::tankL).contains(4_200.0);
        assertThat(mines.truckClass("other", "930E")).map(TruckClass::tankL).contains(5_000.0);
        assertThat(mines.truckClass("other", "777")).isEmpty();
        assertThat(mines.truckClass("other", null)).isEmpty();
    }

    @Test
    void survivesJavaSerialisation() throws Exception {
        write("a.yaml", MineSiteFileTest.SMALL_MINE);
        MineSites mines = MineSites.read(folder);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(mines);
        }

        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(mines);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
