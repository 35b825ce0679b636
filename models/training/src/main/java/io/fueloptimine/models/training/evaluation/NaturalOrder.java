package io.fueloptimine.models.training.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Natural order of names that contain a number: {@code T9} before {@code T10}, {@code -6..-3 %}
 * before {@code 0..3 %}. Names are compared by the text before the first number, then by the
 * number, then by the whole text. A minus sign belongs to the number only at the start of the name.
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
