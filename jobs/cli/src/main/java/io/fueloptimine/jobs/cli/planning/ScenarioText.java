package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.models.dispatch.scenario.PlannedCase;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Formats plans of scenarios as tables. */
final class ScenarioText {

    private ScenarioText() {}

    /** The plans side by side, the first one as reference, and what they do not meet. */
    static String sideBySide(List<PlannedCase> plans) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("per hour", plans, PlannedCase::name));
        rows.add(row("litres", plans, plan -> number("%,.0f", plan.litresPerHour())));
        rows.add(
                row("  least possible", plans, plan -> number("%,.0f", plan.boundLitresPerHour())));
        rows.add(row("tonnes", plans, plan -> number("%,.0f", plan.tonnesPerHour())));
        rows.add(row("L/t", plans, plan -> number("%.4f", plan.litresPerTonne())));
        rows.add(row("cost" + currency(plans), plans, plan -> number("%,.2f", plan.costPerHour())));
        if (plans.size() > 1) {
            rows.add(change("litres, change", plans, PlannedCase::litresPerHour));
            rows.add(change("tonnes, change", plans, PlannedCase::tonnesPerHour));
            rows.add(change("cost, change", plans, PlannedCase::costPerHour));
            rows.add(
                    row(
                            "same tonnes per face",
                            plans,
                            plan -> plan.doesTheWorkOf(plans.get(0)) ? "yes" : "no"));
        }
        for (String face : faces(plans)) {
            rows.add(
                    row(
                            face + ", t",
                            plans,
                            plan -> number("%,.0f", plan.faceTonnesPerHour().get(face))));
        }
        rows.add(row("trucks working", plans, plan -> sum(plan.trucksInService())));
        for (String name : plans.get(0).trucksInService().keySet()) {
            rows.add(
                    row(
                            "  " + name,
                            plans,
                            plan -> plan.trucksInService().getOrDefault(name, 0).toString()));
        }
        rows.add(row("trucks parked", plans, plan -> sum(plan.trucksParked())));
        rows.add(row("solver", plans, PlannedCase::status));
        return aligned(rows) + unmet(plans);
    }

    /** The loaded and empty trips of a plan. */
    static String flows(PlannedCase plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("trips", "class", "trips/h", "L/trip", "t/h"));
        for (PlannedFlow flow : plan.flows()) {
            rows.add(
                    List.of(
                            flow.fromLocationId() + " > " + flow.toLocationId(),
                            flow.equipmentClass() + (flow.loaded() ? "" : " empty"),
                            number("%.2f", flow.tripsPerHour()),
                            number("%.1f", flow.litresPerTrip()),
                            flow.loaded() ? number("%,.0f", flow.tonnesPerHour()) : "-"));
        }
        return aligned(rows);
    }

    private static String unmet(List<PlannedCase> plans) {
        StringBuilder text = new StringBuilder();
        for (PlannedCase plan : plans) {
            for (String target : plan.unmet()) {
                text.append(line("not met, " + plan.name() + ": " + target));
            }
        }
        return text.toString();
    }

    private static String currency(List<PlannedCase> plans) {
        String currency = plans.get(0).currency();
        return currency.isEmpty() ? "" : ", " + currency;
    }

    private static List<String> faces(List<PlannedCase> plans) {
        TreeSet<String> faces = new TreeSet<>();
        plans.forEach(plan -> faces.addAll(plan.faceTonnesPerHour().keySet()));
        return List.copyOf(faces);
    }

    private static List<String> row(
            String name, List<PlannedCase> plans, Function<PlannedCase, String> cell) {
        List<String> row = new ArrayList<>();
        row.add(name);
        plans.forEach(plan -> row.add(cell.apply(plan)));
        return row;
    }

    private static List<String> change(
            String name, List<PlannedCase> plans, ToDoubleFunction<PlannedCase> figure) {
        double reference = figure.applyAsDouble(plans.get(0));
        List<String> row = new ArrayList<>(List.of(name, "-"));
        for (PlannedCase plan : plans.subList(1, plans.size())) {
            double percent = 100 * (figure.applyAsDouble(plan) / reference - 1);
            row.add(Double.isFinite(percent) ? number("%+.2f %%", percent) : "-");
        }
        return row;
    }

    private static String sum(Map<String, Integer> trucks) {
        return String.valueOf(trucks.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static String number(String format, Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    /** The first column aligned to the left, the others to the right. */
    private static String aligned(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder out = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int c = column;
                int width = rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(1);
                String side = column == 0 ? "-" : "";
                out.append(column == 0 ? "" : "  ");
                out.append(String.format(Locale.ROOT, "%" + side + width + "s", row.get(column)));
            }
            text.append(line(out.toString()));
        }
        return text.toString();
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
