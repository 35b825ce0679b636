package io.fueloptimine.models.message.aemp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AempParserTest {

    @Test
    void readsXmlWithEachSectionAtItsOwnTime() throws Exception {
        AempPage page = parse(SamplePages.XML);

        assertThat(page.next()).contains("https://oem.example/Fleet/2");
        assertThat(page.faults()).isEmpty();
        assertThat(page.equipment()).hasSize(2);
        AempEquipment truck = page.equipment().get(0);
        assertThat(truck.oemName()).contains("Komatsu");
        assertThat(truck.model()).contains("930E");
        assertThat(truck.equipmentId()).contains("T1");
        assertThat(truck.serialNumber()).contains("A30001");
        assertThat(truck.pin()).contains("KMT00930EA30001");
        assertThat(byElement(truck))
                .containsOnlyKeys(
                        AempElement.LOCATION,
                        AempElement.OPERATING_HOURS,
                        AempElement.FUEL_USED,
                        AempElement.FUEL_REMAINING,
                        AempElement.ENGINE_STATUS);
        assertThat(section(truck, AempElement.FUEL_USED).time())
                .isEqualTo(Instant.parse("2026-01-05T08:15:00Z"));
        assertThat(section(truck, AempElement.FUEL_USED).fields())
                .containsExactly(Map.entry("totalFuelUsedL", 1560.5));
        assertThat(section(truck, AempElement.LOCATION).time())
                .isEqualTo(Instant.parse("2026-01-05T06:00:00Z"));
        assertThat(section(truck, AempElement.LOCATION).fields())
                .containsEntry("elevationM", 4010.5)
                .containsEntry("latitudeDeg", -22.31);
        assertThat(section(truck, AempElement.ENGINE_STATUS).fields())
                .containsExactly(Map.entry("engineRunning", true));
        assertThat(page.equipment().get(1).equipmentId()).isEmpty();
        assertThat(page.equipment().get(1).sections()).isEmpty();
    }

    @Test
    void readsJsonWithOtherCaseDurationsOffsetsAndUnits() throws Exception {
        AempPage page = parse(SamplePages.JSON);

        assertThat(page.next()).contains("/Fleet/2");
        AempEquipment machine = page.equipment().get(0);
        assertThat(machine.serialNumber()).contains("310101");
        assertThat((Double) value(machine, AempElement.OPERATING_HOURS, "engineHours"))
                .isCloseTo(13 + 28.5 / 60, within(1e-9));
        assertThat(value(machine, AempElement.FUEL_USED, "totalFuelUsedL")).isEqualTo(378.5411784);
        assertThat(section(machine, AempElement.FUEL_USED).time())
                .isEqualTo(Instant.parse("2026-01-05T08:15:00Z"));
        assertThat(value(machine, AempElement.DISTANCE, "odometerKm")).isEqualTo(16.09344);
        assertThat(value(machine, AempElement.PAYLOAD_TOTALS, "payloadTotalT"))
                .isEqualTo(596361.594);
        assertThat(value(machine, AempElement.LOAD_COUNT, "loadCount")).isEqualTo(13252.0);
        assertThat(section(machine, AempElement.ENGINE_STATUS).fields())
                .containsEntry("engineRunning", false)
                .containsEntry("productionState", "Off");
        assertThat(page.faultCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Equipment\": [{\"EquipmentHeader\": {\"EquipmentID\": \"X\"}}], \"links\": []}]",
                "{\"Fleet\": {\"Equipment\": {\"EquipmentHeader\": {\"EquipmentID\": \"X\"}}}}",
                "{\"EquipmentHeader\": {\"EquipmentID\": \"X\"}}",
                "<a:Fleet xmlns:a='u'><a:Equipment><a:EquipmentHeader EquipmentID='X'/></a:Equipment></a:Fleet>",
                "<Equipment><EquipmentHeader><EquipmentID>X</EquipmentID></EquipmentHeader></Equipment>"
            })
    void findsTheMachineInEveryFrame(String page) throws Exception {
        assertThat(parse(page).equipment())
                .singleElement()
                .satisfies(machine -> assertThat(machine.equipmentId()).contains("X"));
    }

    @Test
    void anEmptyPageHasNoMachines() throws Exception {
        assertThat(parse("<Fleet version='1'/>").equipment()).isEmpty();
        assertThat(parse("[]").equipment()).isEmpty();
        assertThat(parse("{\"Equipment\": [], \"links\": []}").equipment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<FuelConsumed>5</FuelConsumed>, fuelunits is '', expected litre",
        "<FuelUnits>barrel</FuelUnits><FuelConsumed>5</FuelConsumed>, 'barrel'",
        "<FuelUnits>litre</FuelUnits><FuelConsumed>N/A</FuelConsumed>, 'N/A'",
        "<FuelUnits>litre</FuelUnits><FuelConsumed>NaN</FuelConsumed>, 'NaN'",
        "<FuelUnits>litre</FuelUnits><FuelConsumed>1e999</FuelConsumed>, '1e999'"
    })
    void aSectionThatCannotBeReadCostsOnlyItself(String fuel, String fault) throws Exception {
        AempPage page =
                parse(
                        "<Fleet><Equipment><EquipmentHeader><EquipmentID>T1</EquipmentID>"
                                + "</EquipmentHeader><FuelUsed datetime='2026-01-05T08:00:00Z'>"
                                + fuel
                                + "</FuelUsed><FuelRemaining datetime='2026-01-05T08:00:00Z'>"
                                + "<Percent>5</Percent></FuelRemaining></Equipment></Fleet>");

        assertThat(byElement(page.equipment().get(0))).containsOnlyKeys(AempElement.FUEL_REMAINING);
        assertThat(page.faultCount()).isEqualTo(1);
        assertThat(page.faults()).singleElement().asString().contains("T1 FuelUsed", fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "datetime='0001-01-01T00:00:00Z'",
                "datetime='5 January'",
                "datetime='2026-01-05T08:00:00'"
            })
    void aSectionWithoutATimeOfItsOwnIsReported(String time) throws Exception {
        AempPage page =
                parse(
                        "<Fleet snapshotTime='2026-01-05T08:00:00Z'><Equipment><FuelRemaining "
                                + time
                                + "><Percent>5</Percent></FuelRemaining></Equipment></Fleet>");

        assertThat(page.equipment().get(0).sections()).isEmpty();
        assertThat(page.faultCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Fleet SYSTEM 'file:///etc/passwd'><Fleet/>",
                "<!DOCTYPE Fleet [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Fleet version='1'>&a;</Fleet>",
                "<!DOCTYPE Fleet [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;&a;'>]><Fleet version='1'>&c;</Fleet>",
                "<Fleet version='1'>&unknown;</Fleet>",
                "<Fleet version='1'>",
                "<Fleet version='1'/><Fleet/>",
                "{\"Equipment\": [",
                "{\"Equipment\": []} {}",
                "[{}",
                "<html><body>Login</body></html>",
                "{\"error\": \"unauthorised\"}",
                "true",
                ""
            })
    void refusesWhatIsNoSnapshot(String page) {
        assertThatThrownBy(() -> parse(page))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessageContaining("expected")
                .hasMessageNotContaining("root:");
    }

    @Test
    void limitsDepthTextAndNumberOfValues() {
        String deep = "<Fleet>" + "<a>".repeat(10_000);
        String longText =
                "<Fleet version='1'>" + "x".repeat(SnapshotTree.MAX_TEXT + 1) + "</Fleet>";
        String many = "<Fleet version='1'>" + "<a/>".repeat(SnapshotTree.MAX_VALUES) + "</Fleet>";
        String manyInJson = "[" + "1,".repeat(SnapshotTree.MAX_VALUES) + "1]";

        assertThatThrownBy(() -> parse(deep)).hasMessageContaining("levels");
        assertThatThrownBy(() -> parse(longText)).hasMessageContaining("characters");
        assertThatThrownBy(() -> parse(many)).hasMessageContaining("values");
        assertThatThrownBy(() -> parse(manyInJson)).hasMessageContaining("values");
        assertThatThrownBy(() -> parse("[".repeat(100_000)))
                .isInstanceOf(InvalidSnapshotException.class);
        assertThatThrownBy(() -> AempParser.parse(new byte[AempParser.MAX_BYTES + 1]))
                .hasMessageContaining("bytes");
    }

    @Test
    void readsUtf16AsTheXmlDeclares() throws Exception {
        byte[] page =
                "<?xml version='1.0' encoding='UTF-16'?><Fleet version='1'/>"
                        .getBytes(StandardCharsets.UTF_16);

        assertThat(AempParser.parse(page).equipment()).isEmpty();
    }

    private static AempPage parse(String page) throws InvalidSnapshotException {
        return AempParser.parse(SamplePages.bytes(page));
    }

    private static Map<AempElement, AempSection> byElement(AempEquipment machine) {
        return machine.sections().stream()
                .collect(Collectors.toMap(AempSection::element, section -> section));
    }

    private static AempSection section(AempEquipment machine, AempElement element) {
        return byElement(machine).get(element);
    }

    private static Object value(AempEquipment machine, AempElement element, String field) {
        return section(machine, element).fields().get(field);
    }
}
