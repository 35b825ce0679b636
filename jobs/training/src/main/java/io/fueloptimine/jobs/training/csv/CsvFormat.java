package io.fueloptimine.jobs.training.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The form of CSV files, from the mapping. Immutable.
 *
 * @param separator the character between values; empty when it is to be found from the header
 * @param quote the character that encloses values with separators
 * @param charset the encoding of files without a byte order mark
 * @param decimal the decimal separator of numbers
 * @param thousands the character between groups of three digits; empty when there is none
 */
public record CsvFormat(
        Optional<Character> separator,
        char quote,
        Charset charset,
        char decimal,
        Optional<Character> thousands) {

    /** The form if the mapping does not describe it. */
    public static final CsvFormat DEFAULT =
            new CsvFormat(Optional.empty(), '"', StandardCharsets.UTF_8, '.', Optional.empty());

    /** The separators that are found from a header. */
    private static final List<Character> USUAL_SEPARATORS = List.of(',', ';', '\t', '|');

    /** The separators that a file may have. */
    List<Character> separators() {
        return separator.map(List::of).orElse(USUAL_SEPARATORS);
    }
}
