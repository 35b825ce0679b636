package io.fueloptimine.models.message.aemp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The units that a section may name, each with its factor to the unit of our field. The factors are
 * exact by definition. A unit that is missing or unknown is a fault of the section: litres and
 * gallons differ by a factor of four, which no later rule would find.
 */
enum AempUnit {
    LITRES(
            "litre, liter, gallon or imperial gallon",
            Map.of(
                    "litre,litres,liter,liters,l", 1.0,
                    "gallon,gallons,gal,usgallon,usgallons,usgal,gallonus,gallonsus", 3.785411784,
                    "imperialgallon,imperialgallons,ukgallon,ukgallons,gallonuk,gallonimperial",
                            4.54609)),
    KILOMETRES(
            "kilometre or mile",
            Map.of(
                    "kilometre,kilometres,kilometer,kilometers,km", 1.0,
                    "mile,miles,mi", 1.609344,
                    "metre,metres,meter,meters,m", 0.001)),
    METRES(
            "metre or foot",
            Map.of(
                    "metre,metres,meter,meters,m", 1.0,
                    "foot,feet,ft", 0.3048)),
    TONNES(
            "kilogram, tonne, pound or short ton",
            Map.of(
                    "kilogram,kilograms,kg", 0.001,
                    "tonne,tonnes,metricton,metrictons,t", 1.0,
                    "pound,pounds,lb,lbs", 0.00045359237,
                    "shortton,shorttons,uston,ustons", 0.90718474));

    private final String expected;
    private final Map<String, Double> factors = new HashMap<>();

    AempUnit(String expected, Map<String, Double> factorsByNames) {
        this.expected = expected;
        factorsByNames.forEach(
                (names, factor) -> {
                    for (String name : names.split(",")) {
                        factors.put(name, factor);
                    }
                });
    }

    /** The units that are understood, for messages. */
    String expected() {
        return expected;
    }

    /**
     * The factor of a unit; empty for an unknown one. Case, blanks and punctuation do not count.
     */
    Optional<Double> factor(String unit) {
        String name = unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Optional.ofNullable(factors.get(name));
    }
}
