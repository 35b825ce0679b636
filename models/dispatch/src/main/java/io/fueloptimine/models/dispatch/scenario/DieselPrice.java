package io.fueloptimine.models.dispatch.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A price of diesel.
 *
 * @param perLitre price of a litre, 0 or more
 * @param currency the currency, such as {@code USD}; empty when not given
 */
public record DieselPrice(double perLitre, String currency) {

    /** What a price looks like, for messages. */
    public static final String EXPECTED =
            "an amount per litre or US gallon such as 1.05/L or 3.90USD/gal";

    private static final double LITRES_PER_GALLON = 3.785411784;
    private static final Pattern FORM =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([A-Z]{3})?\\s*/\\s*(L|gal)");

    /** Reads a price with its unit, such as {@code 1.05/L}; empty when the text is not one. */
    public static Optional<DieselPrice> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(form.group(1));
        double perLitre = form.group(3).equals("L") ? amount : amount / LITRES_PER_GALLON;
        return Optional.of(new DieselPrice(perLitre, form.group(2) == null ? "" : form.group(2)));
    }

    /** The price times a factor. */
    DieselPrice times(double factor) {
        return new DieselPrice(perLitre * factor, currency);
    }
}
