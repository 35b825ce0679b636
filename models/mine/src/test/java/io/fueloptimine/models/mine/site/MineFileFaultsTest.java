package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mine file must not contain, and how its message describes it. */
class MineFileFaultsTest {

    private static final String MINE = MineSiteFileTest.SMALL_MINE;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faceId: F | faceId: X | loading unit S1 names the unknown location X",
                "locationId: C | locationId: X | dump names the unknown location X",
                "pairedDumpId: C | pairedDumpId: X | truck T1 names the unknown dump X",
                "pairedLoadingUnitId: S1 | pairedLoadingUnitId: S9 | unknown loading unit S9",
                "lengthM: 1000 | lengthM: 0 | road R: lengthM 0.0, expected > 0",
                "lengthM: 1000 | lengthM: -5 | road R: lengthM -5.0, expected > 0",
                "lengthM: 1000 | lengthM: NaN | roads[0].lengthM is",
                "rollingResistancePct: 2 | rollingResistancePct: 2, oneWay: true | road R is one-way"
                        + " to C, but no road leads back from C to F, expected a way back",
                "rollingResistancePct: 2 | rollingResistancePct: 2, oneWay: 1 | roads[0].oneWay is",
                "id: C, kind | id: F, kind | location F is there twice"
            })
    void namesTheMachineTheFieldAndTheValue(String right, String wrong, String message)
            throws IOException {
        assertThat(MINE).contains(right);

        assertThatThrownBy(() -> MineSiteFile.read(write(MINE.replace(right, wrong))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site: test | site: te/st | site is 'te/st', expected a name without / + #",
                "id: T1 | id: 'T #1' | truck id is 'T #1', expected a name without / + #",
                "id: S1 | id: '..' | loading unit id is '..', expected a name other than",
                "id: R, | id: 'R+', | road id is 'R+', expected a name without / + #",
                "id: T1 | id: \"T\\u202E1\" | truck id is 'T\\u202E1', expected a name without",
                "id: T1 | id: ' ' | truck id is ' ', expected a name that is not blank",
            })
    void namesTheNameThatCannotBeATopicLevel(String right, String wrong, String message)
            throws IOException {
        namesTheMachineTheFieldAndTheValue(right, wrong, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tankL",
                "payloadT",
                "idleLph",
                "ratedPowerKw",
                "emptyMassT",
                "meanLoadingS",
                "bays",
                "minTph",
                "elevationM",
                "rollingResistancePct",
                "speedLimitKph",
                "gradePct"
            })
    void namesANumberThatIsMissing(String field) throws IOException {
        String without = MINE.replaceFirst("(, )?" + field + ": [0-9]+(, )?", ", ");
        Path file = write(without.replace("{, ", "{").replace(", }", "}"));

        assertThatThrownBy(() -> MineSiteFile.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(field)
                .hasMessageContaining("line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trucks", "roads", "locations", "dumps", "loadingUnits", "auxMachines"})
    void namesAListThatIsMissing(String list) throws IOException {
        String renamed = MINE.replace("\n" + list + ":", "\nelsewhere:");

        assertThatThrownBy(() -> MineSiteFile.read(write(renamed)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(list + " is missing, expected a list");
    }

    @Test
    void namesTheAllowedKindsOfALocation() throws IOException {
        assertThatThrownBy(
                        () -> MineSiteFile.read(write(MINE.replace("kind: CRUSHER", "kind: MILL"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MILL")
                .hasMessageContaining("CRUSHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "just text", "[1, 2]", "site: [", "\u0000"})
    void rejectsTextThatIsNoMine(String text) throws IOException {
        assertThatThrownBy(() -> MineSiteFile.read(write(text)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mine.yaml");
    }

    @Test
    void rejectsAFolderAsAFile() {
        assertThatThrownBy(() -> MineSiteFile.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a folder, expected a file");
    }

    @Test
    void rejectsEmptyValuesBeforeAnythingUsesThem() throws IOException {
        for (String wrong :
                List.of(
                        MINE.replace("oreGradePct: {min: 0.5, max: 0.9}", "oreGradePct:"),
                        MINE.replace("site: test", "site:"),
                        MINE.replace("auxMachines: []", "auxMachines:"),
                        MINE.replace("material: ORE", "material: ~"))) {
            assertThat(wrong).isNotEqualTo(MINE);
            assertThatThrownBy(() -> MineSiteFile.read(write(wrong)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("mine.yaml");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site: test | site: test\\nsite: other | site",
                "lengthM: 1000 | lengthM: 1000, lengthM: 2000 | lengthM",
                "gradePct: 0.7 | gradePct: 0.7, gradePct: 0.8 | gradePct",
                "auxMachines: [] | auxMachines: []\\nauxMachines: [] | auxMachines",
            })
    void rejectsAKeyGivenTwice(String right, String twice, String key) throws IOException {
        assertThat(MINE).contains(right);
        String file = MINE.replace(right, twice.replace("\\n", "\n"));

        assertThatThrownBy(() -> MineSiteFile.read(write(file)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(key + " is given twice");
    }

    @Test
    void rejectsASecondDocument() throws IOException {
        assertThatThrownBy(() -> MineSiteFile.read(write(MINE + "\n---\n" + MINE)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mine.yaml");
    }

    /** A truck and a loading unit with one id would share their state. */
    @Test
    void rejectsOneIdInTwoLists() throws IOException {
        assertThatThrownBy(() -> MineSiteFile.read(write(MINE.replace("id: S1", "id: T1"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("truck T1 is also a loading unit, expected a unique id");
    }

    @Test
    void rejectsAFractionForAWholeNumber() throws IOException {
        assertThat(MINE).containsPattern("bays: [0-9]+");
        String half = MINE.replaceFirst("bays: [0-9]+", "bays: 2.5");

        assertThatThrownBy(() -> MineSiteFile.read(write(half)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mine.yaml");
    }

    @Test
    void rejectsTwoMachinesOfOneName() throws IOException {
        for (String list : List.of("trucks", "loadingUnits", "truckClasses", "roads", "dumps")) {
            int start = MINE.indexOf("\n" + list + ":\n") + list.length() + 3;
            String line = MINE.substring(start, MINE.indexOf('\n', start) + 1);
            String twice = MINE.substring(0, start) + line + MINE.substring(start);

            assertThatThrownBy(() -> MineSiteFile.read(write(twice)))
                    .as(list)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("is there twice");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site: test | site: a/b",
                "site: test | site: ''",
                "id: T1 | id: T/1",
                "tankL: 4200 | tankL: 0",
                "payloadT: 290 | payloadT: -290",
                "ratedPowerKw: 2014 | ratedPowerKw: NaN",
                "speedLimitKph: 40 | speedLimitKph: 0",
                "meanLoadingS: 130 | meanLoadingS: 0"
            })
    void rejectsNamesAndNumbersThatLaterStagesCannotUse(String right, String wrong)
            throws IOException {
        assertThat(MINE).contains(right);

        assertThatThrownBy(() -> MineSiteFile.read(write(MINE.replace(right, wrong))))
                .isInstanceOf(InvalidInputException.class);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), yaml);
    }
}
