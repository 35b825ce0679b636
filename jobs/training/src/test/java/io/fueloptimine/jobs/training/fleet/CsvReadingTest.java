package io.fueloptimine.jobs.training.fleet;

import static io.fueloptimine.jobs.training.fleet.SmallExport.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as spreadsheets and historians write it. */
class CsvReadingTest {

    private static final String ROW = "2026-01-05 08:00:00,T1,100,1000,20,OP\n";
    private static final String NEXT = "2026-01-05 08:00:01,T1,100,1000,20,OP\n";

    @TempDir Path folder;

    private SmallExport export;

    @BeforeEach
    void anExport() {
        export = new SmallExport(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER + ROW + NEXT,
                HEADER + "\n" + ROW + "\n   \n" + NEXT + "\n\n",
                "\n\n" + HEADER + ROW + ",,,,,\n" + NEXT,
                HEADER
                        + "2026-01-05 08:00:00,T1,100,1000,20,OP,\n2026-01-05 08:00:01,T1,100,1000,20,OP,,\n",
                "Timestamp,Unit,Rate,Total,Speed,Operator,,,\n" + ROW + NEXT,
                "Shift report,,,,\nprinted 2026-01-06\n" + HEADER + ROW + NEXT,
                " Timestamp , Unit , Rate , Total , Speed , Operator \n" + ROW + NEXT,
                "Note,Timestamp,Unit,Rate,Total,Speed,Operator,Note\n"
                        + "a,2026-01-05 08:00:00,T1,100,1000,20,OP,b\n"
                        + "a,2026-01-05 08:00:01,T1,100,1000,20,OP,\"b, c\"\n",
                HEADER
                        + "2026-01-05 08:00:00,T1,100,1000,20,\"OP\"\n"
                        + "\"2026-01-05 08:00:01\", \"T1\",\"100\",\"1000\",\"20\",\"OP\"",
                "sep=,\n" + HEADER + ROW + NEXT,
                "sep=;\nTimestamp;Unit;Rate;Total;Speed;Operator\n"
                        + "2026-01-05 08:00:00;T1;100;1000;20;OP\n"
                        + "2026-01-05 08:00:01;T1;100;1000;20;OP\n",
                "\"sep=|\"\r\nTimestamp|Unit|Rate|Total|Speed|Operator\r\n"
                        + "2026-01-05 08:00:00|T1|100|1000|20|OP\r\n"
                        + "2026-01-05 08:00:01|T1|100|1000|20|OP\r\n",
                "Timestamp\tUnit\tRate\tTotal\tSpeed\tOperator\n"
                        + "2026-01-05 08:00:00\tT1\t100\t1000\t20\tOP\n"
                        + "2026-01-05 08:00:01\tT1\t100\t1000\t20\tOP\n",
                "\uFEFF" + HEADER + ROW + NEXT
            })
    void readsBothRows(String text) throws IOException {
        SmallExport.Read read = export.write(text).read();

        assertThat(read.lines()).isEmpty();
        assertThat(read.times()).containsExactly("2026-01-05T08:00:00Z", "2026-01-05T08:00:01Z");
        assertThat(read.readings())
                .allSatisfy(
                        reading -> {
                            Telemetry telemetry = reading.telemetry();
                            assertThat(telemetry.fuelRateLph()).isEqualTo(100);
                            assertThat(telemetry.operatorId()).isEqualTo("OP");
                        });
    }

    @Test
    void readsEmptyValuesBetweenTabs() throws IOException {
        SmallExport.Read read =
                export.write(
                                HEADER.replace(',', '\t')
                                        + "2026-01-05 08:00:00\tT1\t100\t\t\tOP\n"
                                        + "2026-01-05 08:00:01\tT1\t100\t\t20\t\n")
                        .read();

        assertThat(read.lines()).isEmpty();
        assertThat(read.readings().get(0).telemetry().operatorId()).isEqualTo("OP");
        assertThat(read.readings().get(0).telemetry().totalFuelUsedL()).isNull();
        assertThat(read.readings().get(1).telemetry().speedKph()).isEqualTo(20);
    }

    @Test
    void readsEveryLineEnd() throws IOException {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(export.write((HEADER + ROW + NEXT).replace("\n", end)).read().times())
                    .hasSize(2);
        }
    }

    @Test
    void readsTheEncodingOfTheMarkOrOfTheMapping() throws IOException {
        String text = HEADER + ROW.replace("OP", "Muñoz");

        assertThat(operator(export.write("\uFEFF" + text, StandardCharsets.UTF_16LE)))
                .isEqualTo("Muñoz");
        assertThat(operator(export.write("\uFEFF" + text, StandardCharsets.UTF_16BE)))
                .isEqualTo("Muñoz");
        assertThat(operator(export.write(text))).isEqualTo("Muñoz");
        export.with("csv: {charset: windows-1252}\n");
        assertThat(operator(export.write(text, Charset.forName("windows-1252"))))
                .isEqualTo("Muñoz");
        assertThat(operator(export.write("\uFEFF" + text))).isEqualTo("Muñoz");
    }

    @Test
    void namesTheLineAndByteOfAnotherEncoding() throws IOException {
        export.write(HEADER + ROW + ROW.replace("OP", "Muñoz"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t.csv: line 3 has the byte 0xF1, which is not UTF-8")
                .hasMessageContaining("csv.charset");
    }

    @Test
    void recognisesUtf16WithoutAMark() throws IOException {
        export.write(HEADER + ROW, StandardCharsets.UTF_16LE);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("null characters as of UTF-16, see csv.charset");

        export.with("csv: {charset: UTF-16LE}\n");
        assertThat(export.read().readings()).hasSize(1);
    }

    @Test
    void namesTheSeparatorThatTheFileHas() throws IOException {
        export.with("csv: {separator: ','}\n")
                .write("Timestamp;Unit;Rate;Total;Speed;Operator\n" + ROW);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lacks the mapped columns [Operator, Rate, Speed, Timestamp")
                .hasMessageContaining("found [Timestamp;Unit;Rate;Total;Speed;Operator]")
                .hasMessageContaining("separated by ','");
    }

    @Test
    void readsDecimalCommasByTheMapping() throws IOException {
        String text =
                "\uFEFFTimestamp;Unit;Rate;Total;Speed;Operator\r\n"
                        + "2026-01-05 08:00:00;T1;100,5;1.000,5;20,0;OP\r\n";

        SmallExport.Read wrong = export.write(text).read();
        assertThat(wrong.readings()).isEmpty();
        assertThat(wrong.lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("1 of t.csv: fuelRateLph (decode), expected")
                                        .contains("csv.decimal")
                                        .contains("line 2, '100,5'"));

        export.with("csv: {separator: ';', decimal: ',', thousands: '.'}\n");
        assertThat(export.read().readings().get(0).telemetry().totalFuelUsedL()).isEqualTo(1_000.5);
    }

    @Test
    void leavesOutARowWhoseValuesCannotBeToldApart() throws IOException {
        SmallExport.Read read =
                export.write(HEADER + "2026-01-05 08:00:00,T1,100,5,1000,20,OP\n" + NEXT).read();

        assertThat(read.times()).containsExactly("2026-01-05T08:00:01Z");
        assertThat(read.lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("the row (decode), expected at most 6 values")
                                        .contains("line 2"));
    }

    @Test
    void readsShortRowsAndSaysSo() throws IOException {
        SmallExport.Read read = export.write(HEADER + "2026-01-05 08:00:00,T1,100\n" + NEXT).read();

        assertThat(read.readings()).hasSize(2);
        assertThat(read.readings().get(0).telemetry().operatorId()).isNull();
        assertThat(read.lines())
                .containsExactly(
                        "t.csv: 1 rows have fewer values than columns, the missing ones are"
                                + " unavailable; first: line 2");
    }

    @Test
    void countsLinesWithinValues() throws IOException {
        SmallExport.Read read =
                export.write(
                                "sep=,\n"
                                        + HEADER
                                        + "2026-01-05 08:00:00,T1,100,1000,20,\"O\nP\n\"\n\n"
                                        + ROW.replace("100,", "much,"))
                        .read();

        assertThat(read.lines()).anySatisfy(line -> assertThat(line).contains("line 7, 'much'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Timestamp,Unit,Rate,Total,Speed,Operator,Rate\n" + ROW,
                "Rate,Timestamp,Unit,Rate,Total,Speed,Operator\n" + ROW,
                "Timestamp,Unit,Rate,Total,Speed,Operator, Rate \n" + ROW,
                "Timestamp,Unit,Rate,\"Rate\",Total,Speed,Operator\n" + ROW
            })
    void refusesAColumnThatIsThereTwice(String text) throws IOException {
        export.write(text);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t.csv: line 1 has the column Rate twice");
    }

    @Test
    void namesTheFaultsOfAllFilesAtOnce() throws IOException {
        export.with("file: t.csv", "file: 't*.csv'")
                .write("Timestamp,Unit,Total,Speed,Operator\n")
                .write(
                        "t2.csv",
                        (HEADER.strip() + ",Rate\n" + ROW).getBytes(StandardCharsets.UTF_8))
                .write("t3.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t.csv: line 1 lacks the mapped columns [Rate]")
                .hasMessageContaining("t2.csv: line 1 has the column Rate twice")
                .hasMessageNotContaining("t3.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{b.csv", "a[1.csv", "b #1 %20.csv", "a,b;c.csv", "a\\b.csv"})
    void readsFilesWithAnyName(String name) throws IOException {
        export.with("file: t.csv", "file: '" + name + "'")
                .write(name, (HEADER + ROW).getBytes(StandardCharsets.UTF_8));

        assertThat(export.read().readings()).hasSize(1);
    }

    @Test
    void passesOverEmptyFilesUnlessAllAreEmpty() throws IOException {
        export.with("file: t.csv", "file: 't*.csv'").write("").write("t2.csv", new byte[0]);
        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contain no rows");

        export.write("t3.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_8));
        assertThat(export.read().readings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"OP\n", "\"OP\"x\n", "\"OP\"x\"\n"})
    void namesTheLineOfABrokenQuotation(String operator) throws IOException {
        export.write(HEADER + ROW + NEXT.replace("OP\n", operator) + ROW);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the row of line 3")
                .hasMessageContaining("quotation mark");
    }

    @Test
    void refusesASeparatorLineThatContradictsTheMapping() throws IOException {
        export.with("csv: {separator: ';'}\n").write("sep=,\n" + HEADER + ROW);

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 1 names the separator ','")
                .hasMessageContaining("';'");
    }

    @Test
    void readsAnotherQuotationMark() throws IOException {
        export.with("csv: {quote: \"'\"}\n").write(HEADER + ROW.replace("OP", "'OP, the second'"));

        assertThat(operator(export)).isEqualTo("OP, the second");
    }

    private static String operator(SmallExport export) throws IOException {
        return export.read().readings().get(0).telemetry().operatorId();
    }
}
