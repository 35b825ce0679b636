package io.fueloptimine.jobs.backtest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with other columns, in another time zone, with faults. */
class FmsRecordsTest {

    private static final String MAPPING =
            """
            site: north
            zone: America/Santiago
            equipmentClass: 930E
            cycles:
              file: loads.csv
              timestamp: dd.MM.yyyy HH:mm:ss
              machine: Camion
              time: Vacio
              times: {assignedAt: Inicio, loadArrivedAt: Llegada, fullAt: Lleno, dumpArrivedAt: Botadero, emptyAt: Vacio}
              numbers: {payloadT: Toneladas, emptyTravelS: ViajeS, loadQueueS: ColaS, spotS: CuadraS, loadingS: CargaS, fullTravelS: LlenoS, dumpQueueS: Cola2S, dumpingS: DescargaS, hangS: EsperaS, emptyDistanceM: VacioM, fullDistanceM: LlenoM}
              texts: {loadingUnitId: Pala, loadLocationId: Banco, dumpLocationId: Destino}
            """;

    private static final String HEADER =
            "Camion,Pala,Banco,Destino,Inicio,Llegada,Lleno,Botadero,Vacio,Toneladas,ViajeS,ColaS,"
                    + "CuadraS,CargaS,LlenoS,Cola2S,DescargaS,EsperaS,VacioM,LlenoM";

    private static final String GOOD =
            "C1,P1,B1,D1,04.05.2026 08:10:00,04.05.2026 08:20:00,04.05.2026 08:25:00,"
                    + "04.05.2026 08:40:00,04.05.2026 08:42:00,300,600,0,100,200,900,0,120,0,3000,4000";

    @TempDir Path folder;

    @Test
    void shiftsBeginAtTheMinesLocalTime() throws IOException {
        MineRecords records = read(GOOD, GOOD.replace("08:", "20:"));

        assertThat(records.shifts())
                .extracting(RecordedShift::name)
                .containsExactly("2026-05-04 day", "2026-05-04 night");
        assertThat(records.shifts().get(0).startsAt()).isEqualTo("2026-05-04T12:00:00Z");
        assertThat(records.lines()).isEmpty();
    }

    @Test
    void rowsWithFaultsAreLeftOutAndNamed() throws IOException {
        MineRecords records =
                read(
                        GOOD,
                        GOOD,
                        GOOD.replace("C1", "C2").replace(",300,", ",three hundred,"),
                        GOOD.replace("C1", "C3").replace("04.05.2026 08:25:00", "2026-05-04 08:25"),
                        GOOD.replace("C1", "C4").replace(",300,", ",0,"),
                        GOOD.replace("C1", "C5").replace("P1", ""));

        assertThat(records.cycles()).isEqualTo(1);
        assertThat(String.join("\n", records.lines()))
                .contains(
                        "loads.csv: the row (repeated)",
                        "line 3, ",
                        "payloadT (decode), expected",
                        "line 4, 'three hundred'",
                        "fullAt (decode), expected",
                        "line 5, '2026-05-04 08:25'",
                        "payloadT (cycle-without-tonnes), expected more than 0",
                        "line 6, '0'",
                        "1 cycles left out: loading unit, places or times are missing");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertThatThrownBy(() -> readText(HEADER.replace("Pala", "Excavadora") + "\n" + GOOD))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("loads.csv: line 1 lacks the mapped columns [Pala]");
    }

    @Test
    void filesWithoutAUsableCycleAreRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("P1", "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no complete haul cycle, expected truck, loading unit");
    }

    private MineRecords read(String... rows) throws IOException {
        return readText(HEADER + "\n" + String.join("\n", List.of(rows)) + "\n");
    }

    private MineRecords readText(String text) throws IOException {
        Files.writeString(folder.resolve("loads.csv"), text);
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        return FmsRecords.read(folder, FleetMappingFile.read(mapping));
    }
}
