package io.fueloptimine.jobs.cli.options;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The converters of option values. Numbers must consist of the digits 0 to 9. Java's own parsers
 * are not used: they also accept {@code NaN}, {@code 12d}, {@code 0x1p4} and the digits of other
 * scripts, and the messages of their exceptions contain names of Java classes.
 */
public final class OptionTypes {

    private static final String WHOLE = "[-+]?[0-9]{1,19}";

    private static final String DECIMAL = "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";

    private OptionTypes() {}

    /** Registers the converters for a command and all its sub-commands. */
    public static CommandLine register(CommandLine line) {
        ITypeConverter<Integer> ints =
                text -> parse(text, WHOLE, Integer::valueOf, "a whole number");
        ITypeConverter<Long> longs = text -> parse(text, WHOLE, Long::valueOf, "a whole number");
        ITypeConverter<Double> doubles =
                text -> parse(text, DECIMAL, OptionTypes::finite, "a number");
        return line.registerConverter(int.class, ints)
                .registerConverter(Integer.class, ints)
                .registerConverter(long.class, longs)
                .registerConverter(Long.class, longs)
                .registerConverter(double.class, doubles)
                .registerConverter(Double.class, doubles);
    }

    private static <T> T parse(
            String text, String form, Function<String, T> parser, String expected) {
        if (!text.matches(form)) {
            throw fault(text, expected);
        }
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw fault(text, expected + " within the range of its type");
        }
    }

    private static Double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static TypeConversionException fault(String text, String expected) {
        return new TypeConversionException("'" + text + "', expected " + expected);
    }
}
