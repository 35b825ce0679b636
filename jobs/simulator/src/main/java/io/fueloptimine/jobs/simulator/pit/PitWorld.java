package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.LocationKind;
import io.fueloptimine.models.mine.MineSite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What all machines of one pit share. Not thread-safe. */
final class PitWorld {

    final MineSite site;
    final long seed;
    final Conditions conditions;
    final Consumer<MachineMessage> messages;
    final Ledger ledger;
    final Ways ways;
    final Crew crew;
    final Tally tally = new Tally();
    final Notes notes;
    final Pairing pairing;
    final Map<String, LoadingPlace> loadingPlaces = new LinkedHashMap<>();
    final Map<String, DumpPlace> dumpPlaces = new LinkedHashMap<>();
    final Map<String, FuelBay> fuelBays = new LinkedHashMap<>();

    private Instant cached = Instant.EPOCH;
    private long cachedMs;

    PitWorld(
            MineSite site,
            long seed,
            Conditions conditions,
            Consumer<MachineMessage> messages,
            Ledger ledger,
            boolean dealt) {
        this.site = site;
        this.seed = seed;
        this.conditions = conditions;
        this.messages = messages;
        this.ledger = ledger;
        ways = new Ways(site);
        crew = new Crew(seed);
        notes = new Notes(this);
        site.loadingUnits()
                .forEach(unit -> loadingPlaces.put(unit.id(), new LoadingPlace(this, unit)));
        site.dumps().forEach(dump -> dumpPlaces.put(dump.locationId(), new DumpPlace(this, dump)));
        site.locationsOf(LocationKind.FUEL_BAY)
                .forEach(bay -> fuelBays.put(bay.id(), new FuelBay(this, bay.id())));
        pairing = dealt ? new DealtPairs(this) : new FixedPairs(this);
    }

    Instant instant(long ms) {
        if (ms != cachedMs) {
            cached = Instant.ofEpochMilli(ms);
            cachedMs = ms;
        }
        return cached;
    }

    boolean down(String machineId, long ms) {
        return conditions.down(machineId, instant(ms));
    }
}
