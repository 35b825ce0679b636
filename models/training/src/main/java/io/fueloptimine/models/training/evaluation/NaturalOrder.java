package io.fueloptimine.models.training.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which people list names with a number in them: {@code T9} before {@code T10}, {@code
 * -6..-3 %} before {@code 0..3 %}. Names differ in what stands before their first number, then in
 * the number, then in all of their text; a minus sign counts only where the name begins with it.
 */
final class NaturalOrder {

    static final Comparator<String> INSTANCE =
            Comparator.comparing(NaturalOrder::prefix)
                    .thenComparing(NaturalOrder::number)
                    .thenComparing(Comparator.naturalOrder());

    private static final Pattern FIRST_NUMBER = Pattern.compile("^-?\\d+(\\.\\d+)?|\\d+");

    private NaturalOrder() {}

    private static String prefix(String name) {
        Matcher matcher = FIRST_NUMBER.matcher(name);
        return matcher.find() ? name.substring(0, matcher.start()) : name;
    }

    private static BigDecimal number(String name) {
        Matcher matcher = FIRST_NUMBER.matcher(name);
        return matcher.find() ? new BigDecimal(matcher.group()) : BigDecimal.ZERO;
    }
}
