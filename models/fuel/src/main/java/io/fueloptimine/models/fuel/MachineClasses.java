package io.fueloptimine.models.fuel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fueloptimine.models.mine.AuxMachine;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.TruckClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a fuel model must know of a machine's class: a haul truck's mass, power and idle, an
 * auxiliary machine's mean burn. Immutable and thread-safe.
 */
public final class MachineClasses {

    /** Knows no class. */
    public static final MachineClasses NONE = of(List.of(), Map.of());

    private final SortedMap<String, TruckClass> trucks;
    private final SortedMap<String, Double> auxiliaryLph;

    private MachineClasses(Map<String, TruckClass> trucks, Map<String, Double> auxiliaryLph) {
        this.trucks = new TreeMap<>(trucks);
        this.auxiliaryLph = new TreeMap<>(auxiliaryLph);
    }

    /**
     * Classes by their figures.
     *
     * @param trucks the haul trucks' classes
     * @param auxiliaryLph mean burn at work by auxiliary class, L/h
     */
    @JsonCreator
    public static MachineClasses of(
            @JsonProperty("trucks") Collection<TruckClass> trucks,
            @JsonProperty("auxiliaryLph") Map<String, Double> auxiliaryLph) {
        Map<String, TruckClass> byName =
                trucks.stream().collect(Collectors.toMap(TruckClass::name, Function.identity()));
        return new MachineClasses(byName, auxiliaryLph);
    }

    /** The classes of one mine; an auxiliary class burns the mean of its machines. */
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
     * Four classes that most large mines run, by their makers' masses and powers. The 930E idles as
     * 57 of them were measured to burn outside of travel (53.5 L/h); the others in proportion to
     * their power.
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

    /** These and the other's; where both know a class, the other's figures hold. */
    public MachineClasses with(MachineClasses other) {
        MachineClasses all = new MachineClasses(trucks, auxiliaryLph);
        all.trucks.putAll(other.trucks);
        all.auxiliaryLph.putAll(other.auxiliaryLph);
        return all;
    }

    /** The haul truck class of that name; null when there is none or the name is null. */
    public TruckClass truck(String className) {
        return className == null ? null : trucks.get(className);
    }

    /** Mean burn of an auxiliary class, L/h; NaN when unknown. */
    public double auxiliaryLph(String className) {
        return className == null ? Double.NaN : auxiliaryLph.getOrDefault(className, Double.NaN);
    }

    /** The haul trucks' classes by name, in order of name. */
    @JsonProperty("trucks")
    public List<TruckClass> trucks() {
        return List.copyOf(trucks.values());
    }

    /** Mean burn by auxiliary class, L/h. */
    @JsonProperty("auxiliaryLph")
    public Map<String, Double> auxiliaryLph() {
        return new TreeMap<>(auxiliaryLph);
    }
}
