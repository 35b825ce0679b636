package io.fueloptimine.jobs.training.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The format of CSV files, as described in the mapping. Immutable.
 *
 * @param separator the character between values; empty to detect it from the header
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

    /** The format that applies if the mapping does not describe a format. */
    public static final CsvFormat DEFAULT =
            new CsvFormat(Optional.empty(), '"', StandardCharsets.UTF_8, '.', Optional.empty());

    /** The separators that can be detected from a header. */
    private static final List<Character> USUAL_SEPARATORS = List.of(',', ';', '\t', '|');

    /**
     * The separators with which the header is searched: the separator of the mapping, or all
     * separators that can be detected.
     */
    List<Character> separators() {
        return separator.map(List::of).orElse(USUAL_SEPARATORS);
    }
}
