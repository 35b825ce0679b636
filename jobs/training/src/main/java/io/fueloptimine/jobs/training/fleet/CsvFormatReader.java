package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvFormat;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Reads the format of CSV files from the field {@code csv} of a mapping file. */
public final class CsvFormatReader {

    private static final List<String> FIELDS =
            List.of("separator", "quote", "charset", "decimal", "thousands");

    private CsvFormatReader() {}

    /**
     * Reads the format of the files of a table.
     *
     * @param usual the format that applies if the table does not describe a format
     */
    public static CsvFormat read(MappingNode owner, CsvFormat usual) {
        return owner.object("csv", FIELDS).map(csv -> read(csv)).orElse(usual);
    }

    private static CsvFormat read(MappingNode csv) {
        CsvFormat usual = CsvFormat.DEFAULT;
        CsvFormat format =
                new CsvFormat(
                        mark(csv, "separator"),
                        mark(csv, "quote").orElse(usual.quote()),
                        charset(csv).orElse(usual.charset()),
                        mark(csv, "decimal").orElse(usual.decimal()),
                        mark(csv, "thousands"));
        if (format.thousands().equals(Optional.of(format.decimal()))) {
            csv.fault("thousands", "" + format.decimal(), "another character than decimal");
        }
        if (format.separator().equals(Optional.of(format.quote()))) {
            csv.fault("quote", "" + format.quote(), "another character than separator");
        }
        return format;
    }

    /**
     * Reads a character for separating or quoting values, which must not occur in numbers or line
     * ends.
     */
    private static Optional<Character> mark(MappingNode csv, String field) {
        Optional<Character> given = csv.character(field);
        given.filter(c -> Character.isLetterOrDigit(c) || "+-\r\n".indexOf(c) >= 0)
                .ifPresent(
                        c ->
                                csv.fault(
                                        field,
                                        c.toString(),
                                        "a character that is no letter, digit, sign or line"
                                                + " end"));
        return given;
    }

    private static Optional<Charset> charset(MappingNode csv) {
        Optional<String> name = csv.optionalText("charset");
        try {
            return name.map(Charset::forName);
        } catch (IllegalArgumentException e) {
            csv.fault("charset", name.get(), "a charset such as UTF-8 or windows-1252");
            return Optional.empty();
        }
    }
}
