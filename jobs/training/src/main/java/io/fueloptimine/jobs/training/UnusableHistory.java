package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts the fuel windows and haul cycles of a history that are unusable for training, by reason.
 */
final class UnusableHistory {

    private UnusableHistory() {}

    /**
     * Describes the unusable windows and cycles, one line for each reason; empty when all are
     * usable.
     */
    static List<String> lines(MineHistory history, MachineClasses classes) {
        List<String> lines = new ArrayList<>();
        lines.addAll(
                ofUnknownClass("windows", history.windows(), FuelWindow::equipmentClass, classes));
        lines.addAll(
                ofUnknownClass("cycles", history.cycles(), HaulCycle::equipmentClass, classes));
        long withoutFuel =
                history.cycles().stream()
                        .filter(cycle -> cycle.fuelL() == null || !(cycle.fuelL() > 0))
                        .count();
        if (withoutFuel > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Unused cycles: %,d have no fuelL, expected litres from the truck's"
                                    + " counter",
                            withoutFuel));
        }
        return lines;
    }

    private static <T> List<String> ofUnknownClass(
            String what, List<T> items, Function<T, String> classOf, MachineClasses classes) {
        Map<String, Long> unknown =
                items.stream()
                        .map(classOf)
                        .filter(name -> classes.truck(name) == null)
                        .collect(
                                Collectors.groupingBy(
                                        String::valueOf, TreeMap::new, Collectors.counting()));
        return unknown.entrySet().stream()
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT,
                                        "Unused %s: %,d with equipmentClass '%s', expected a class"
                                                + " of the mine file: %s",
                                        what,
                                        entry.getValue(),
                                        entry.getKey(),
                                        classes.trucks().stream().map(TruckClass::name).toList()))
                .toList();
    }
}
