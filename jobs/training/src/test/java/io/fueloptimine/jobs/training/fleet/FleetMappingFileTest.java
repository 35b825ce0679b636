package io.fueloptimine.jobs.training.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetMappingFileTest {

    private static final String MAPPING =
            """
            site: hill
            zone: UTC
            telemetry:
              file: t.csv
              timestamp: yyyy-MM-dd HH:mm:ss
              machine: Unit
              time: Timestamp
              numbers: {fuelRateLph: Rate, speedKph: Speed}
              texts: {operatorId: Operator, productionState: Status}
              words: {productionState: {Loaded: Hauling}}
              unavailable: [Bad]
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: UTC | zone: Moon/Tycho | zone is 'Moon/Tycho', expected a time zone",
                "zone: UTC | locale: es | zone is missing",
                "site: hill | site: | site is missing",
                "site: hill | size: hill | size is not a field, expected one of",
                "zone: UTC | {zone: UTC, locale: xx} | fleet mapping",
                "t.csv | 't[*.csv' | telemetry.file is 't[*.csv', expected the name of a file",
                "yyyy-MM-dd HH:mm:ss | yyyy-MM-dd | telemetry.timestamp is 'yyyy-MM-dd', expected a pattern",
                "yyyy-MM-dd HH:mm:ss | \"yyyy-mm-dd HH:MM\" | MM is the month",
                "fuelRateLph: Rate, | fuelRate: Rate, | telemetry.numbers names the unknown field fuelRate, expected",
                "fuelRateLph: Rate, | operatorId: Rate, | names the field operatorId, expected it under texts",
                "operatorId: Operator, | speedMph: Operator, | names the field speedMph, expected it under numbers",
                "fuelRateLph: Rate, | '' | telemetry.fuelRateLph or totalFuelUsedL is missing",
                "fuelRateLph: Rate, | 'fuelRateLph: Rate, fuelRateGph: Gallons,' | telemetry.fuelRateGph gives the same quantity as fuelRateLph",
                "fuelRateLph: Rate, | 'fuelRateLph: Rate, speedMph: Miles,' | gives the same quantity as",
                "fuelRateLph: Rate, | 'fuelRateLph: Rate, fuelRateLph: Other,' | fuelRateLph",
                "fuelRateLph: Rate, | 'fuelRateLph: [Rate],' | telemetry.numbers.fuelRateLph is '[\"Rate\"]', expected a text",
                "{Loaded: Hauling} | {Loaded: Haulin} | telemetry.words.productionState.Loaded is 'Haulin', expected one of",
                "{Loaded: Hauling} | {Bad: Hauling} | telemetry.words.productionState maps 'Bad', which is also unavailable",
                "unavailable: [Bad] | unavailable: Bad | telemetry.unavailable is 'Bad', expected a list",
                "machine: Unit | machine: | telemetry.machine is missing",
                "unavailable: [Bad] | csv: {charset: latin-9000} | telemetry.csv.charset is 'latin-9000', expected a charset",
                "unavailable: [Bad] | csv: {separator: ';;'} | telemetry.csv.separator is ';;', expected one character",
                "unavailable: [Bad] | csv: {decimal: '1'} | telemetry.csv.decimal is '1', expected a character",
                "unavailable: [Bad] | csv: {thousands: '.'} | telemetry.csv.thousands is '.', expected another",
                "unavailable: [Bad] | csv: {seperator: ';'} | telemetry.csv.seperator is not a field",
                "unavailable: [Bad] | times: {time: Other} | telemetry.time gives the same quantity as time",
            })
    void namesFieldValueAndExpectedValue(String right, String wrong, String message)
            throws IOException {
        assertThat(MAPPING).contains(right);

        assertThatThrownBy(() -> read(MAPPING.replace(right, wrong)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("map.yaml")
                .hasMessageContaining(message)
                .hasMessageNotContaining("io.fueloptimine")
                .hasMessageNotContaining("jackson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HHHH", "''''", "[[[[", "aaaa", "pppp"})
    void refusesALongPatternOfTimestampsAtOnce(String letters) {
        String pattern = '"' + letters.repeat(500_000) + '"';

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThatThrownBy(
                                        () -> read(MAPPING.replace("yyyy-MM-dd HH:mm:ss", pattern)))
                                .isInstanceOf(InvalidInputException.class)
                                .hasMessageContaining("a pattern of at most 100 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "xx", "e", "es_XX", "", "1"})
    void namesAnUnknownLocale(String locale) {
        assertThatThrownBy(() -> read(MAPPING + "locale: '" + locale + "'\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("locale is '" + locale + "', expected a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "es-BO", "es_CL", "pt-BR", "fr-CA"})
    void acceptsALanguage(String locale) throws IOException {
        assertThat(read(MAPPING + "locale: " + locale + "\n").site()).isEqualTo("hill");
    }

    @Test
    void namesAllFaultsAtOnce() {
        String wrong =
                MAPPING.replace("zone: UTC", "zone: Nowhere\nlocale: xx")
                        .replace("Rate, speedKph", "Rate, speed")
                        .replace("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd")
                        .replace("  file: t.csv\n", "");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(
                        e ->
                                assertThat(((InvalidInputException) e).faults())
                                        .hasSize(5)
                                        .anyMatch(fault -> fault.startsWith("zone is 'Nowhere'"))
                                        .anyMatch(fault -> fault.startsWith("locale is 'xx'"))
                                        .anyMatch(fault -> fault.contains("unknown field speed"))
                                        .anyMatch(fault -> fault.contains("telemetry.timestamp"))
                                        .anyMatch(fault -> fault.contains("telemetry.file")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "just text",
                "[1, 2]",
                "site: [",
                "site: a\nsite: b\n",
                "\u0000"
            })
    void refusesTextThatIsNoMapping(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("map.yaml");
    }

    @Test
    void tablesHaveTheFormOfTheFileUnlessTheyHaveTheirOwn() throws IOException {
        FleetMapping mapping =
                read(
                        MAPPING
                                + "csv: {separator: ';', decimal: ','}\n"
                                + "locations: {file: l.csv, name: N, elevationM: Z, csv: {separator: tab}}\n");

        assertThat(mapping.telemetry().format().decimal()).isEqualTo(',');
        assertThat(mapping.telemetry().format().separator()).contains(';');
        assertThat(mapping.locations().format().separator()).contains('\t');
        assertThat(mapping.locations().format().decimal()).isEqualTo('.');
    }

    /** The mappings that people begin from. */
    @ParameterizedTest
    @ValueSource(strings = {"historian.yaml", "mine-z.yaml"})
    void theShippedMappingsAreValid(String name) {
        assertThat(FleetMappingFile.read(Path.of("../../deploy/local/fleets").resolve(name)).site())
                .isNotBlank();
    }

    private FleetMapping read(String text) throws IOException {
        return FleetMappingFile.read(Files.writeString(folder.resolve("map.yaml"), text));
    }
}
