package io.fueloptimine.models.fuel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The properties of machine classes that a fuel model requires: mass, power and idle fuel rate of
 * haul trucks, mean fuel rate of auxiliary machines. Immutable and thread-safe.
 */
public final class MachineClasses {

    /** No classes. */
    public static final MachineClasses NONE = of(List.of(), Map.of());

    private final SortedMap<String, TruckClass> trucks;
    private final SortedMap<String, Double> auxiliaryLph;

    private MachineClasses(Map<String, TruckClass> trucks, Map<String, Double> auxiliaryLph) {
        this.trucks = new TreeMap<>(trucks);
        this.auxiliaryLph = new TreeMap<>(auxiliaryLph);
    }

    /**
     * Creates a set of classes.
     *
     * @param trucks the haul truck classes
     * @param auxiliaryLph mean fuel rate at work by auxiliary class, L/h
     */
    @JsonCreator
    public static MachineClasses of(
            @JsonProperty("trucks") Collection<TruckClass> trucks,
            @JsonProperty("auxiliaryLph") Map<String, Double> auxiliaryLph) {
        Map<String, TruckClass> byName =
                trucks.stream().collect(Collectors.toMap(TruckClass::name, Function.identity()));
        return new MachineClasses(byName, auxiliaryLph);
    }

    /**
     * Creates the set of the classes of one mine. The fuel rate of an auxiliary class is the mean
     * of its machines.
     */
    public static MachineClasses of(MineSite site) {
        Map<String, Double> auxiliary =
                site.auxMachines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        AuxMachine::className,
                                        Collectors.averagingDouble(AuxMachine::meanFuelRateLph)));
        return of(site.truckClasses(), auxiliary);
    }

    /**
     * Four common truck classes with the masses and powers of their manufacturers. The idle fuel
     * rate of the 930E is the measured mean of 57 trucks outside of travel (53.5 L/h); the idle
     * fuel rates of the other classes are in proportion to their power.
     */
    public static MachineClasses standard() {
        return of(
                List.of(
                        new TruckClass("930E", 290, 210, 2_014, 4_200, 53.5),
                        new TruckClass("793F", 227, 165, 1_976, 3_785, 52.5),
                        new TruckClass("785D", 140, 102, 1_082, 1_893, 28.7),
                        new TruckClass("777G", 98, 74, 765, 1_136, 20.3)),
                Map.of());
    }

    /**
     * The classes of this set and of {@code other}; a class of {@code other} replaces a class of
     * the same name in this set.
     */
    public MachineClasses with(MachineClasses other) {
        MachineClasses all = new MachineClasses(trucks, auxiliaryLph);
        all.trucks.putAll(other.trucks);
        all.auxiliaryLph.putAll(other.auxiliaryLph);
        return all;
    }

    /** The haul truck class with this name; null when there is none or the name is null. */
    public TruckClass truck(String className) {
        return className == null ? null : trucks.get(className);
    }

    /** Mean fuel rate of an auxiliary class, L/h; NaN when unknown. */
    public double auxiliaryLph(String className) {
        return className == null ? Double.NaN : auxiliaryLph.getOrDefault(className, Double.NaN);
    }

    /** The haul truck classes, in order of name. */
    @JsonProperty("trucks")
    public List<TruckClass> trucks() {
        return List.copyOf(trucks.values());
    }

    /** Mean fuel rate by auxiliary class, L/h. */
    @JsonProperty("auxiliaryLph")
    public Map<String, Double> auxiliaryLph() {
        return new TreeMap<>(auxiliaryLph);
    }
}
