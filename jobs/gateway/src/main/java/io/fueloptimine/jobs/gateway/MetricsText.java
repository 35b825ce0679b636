package io.fueloptimine.jobs.gateway;

import java.util.Locale;
import java.util.Map;

/** Formats metrics in the text format of Prometheus, version 0.0.4. */
public final class MetricsText {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** Adds a metric without labels. */
    public MetricsText add(String name, String type, String help, double value) {
        header(name, type, help);
        text.append(name).append(' ').append(number(value)).append('\n');
        return this;
    }

    /** Adds a metric with one value per value of a label. */
    MetricsText add(
            String name, String type, String help, String label, Map<String, Long> valueByLabel) {
        header(name, type, help);
        valueByLabel.forEach(
                (labelValue, value) ->
                        text.append(name)
                                .append('{')
                                .append(label)
                                .append("=\"")
                                .append(escaped(labelValue).replace("\"", "\\\""))
                                .append("\"} ")
                                .append(number(value))
                                .append('\n'));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void header(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
