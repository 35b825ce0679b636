package io.fueloptimine.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One setting, described by the {@link Setting} annotation of its record component.
 *
 * @param section the section of the settings file
 * @param component the record component, of type int, long, double or an enum
 * @param value the current value of the setting
 */
record SettingInfo(String section, RecordComponent component, Object value) {

    String name() {
        return component.getName();
    }

    String unit() {
        return annotation().unit();
    }

    String meaning() {
        return annotation().meaning();
    }

    /** The valid values, such as {@code 1 to 60} or {@code FAST or EXACT}. */
    String range() {
        if (isChoice()) {
            return choices().map(Enum::name).collect(Collectors.joining(" or "));
        }
        return SettingNumber.text(annotation().min())
                + " to "
                + SettingNumber.text(annotation().max());
    }

    /** The value as it is written in a settings file. */
    String valueText() {
        return isChoice() ? value.toString() : SettingNumber.text(((Number) value).doubleValue());
    }

    /**
     * A description of the valid values for messages, such as {@code a whole number from 1 to 60,
     * min}.
     */
    String expected() {
        if (isChoice()) {
            return range();
        }
        String kind = component.getType() == double.class ? "a number" : "a whole number";
        return kind + " from " + range() + (unit().isEmpty() ? "" : ", " + unit());
    }

    /**
     * The setting's value in a JSON node; empty if the node has another type, or if the value is
     * none of the valid ones.
     */
    Optional<Object> parse(JsonNode given) {
        if (isChoice()) {
            return choices()
                    .filter(choice -> choice.name().equals(given.textValue()))
                    .map(choice -> (Object) choice)
                    .findFirst();
        }
        boolean whole = component.getType() != double.class;
        if (whole ? !given.isIntegralNumber() : !given.isNumber()) {
            return Optional.empty();
        }
        double number = given.doubleValue();
        if (!(number >= annotation().min() && number <= annotation().max())) {
            return Optional.empty();
        }
        if (component.getType() == int.class) {
            return Optional.of(given.intValue());
        }
        return Optional.of(whole ? (Object) given.longValue() : (Object) number);
    }

    private boolean isChoice() {
        return component.getType().isEnum();
    }

    private Stream<Enum<?>> choices() {
        return Arrays.stream((Enum<?>[]) component.getType().getEnumConstants());
    }

    private Setting annotation() {
        return component.getAnnotation(Setting.class);
    }
}
