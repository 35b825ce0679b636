package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetReadings;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;

/**
 * Selects the readings that dispatch needs ({@link FleetReadings}). All other readings are dropped
 * before the stream is keyed, because one subtask has to process all remaining readings of a site.
 *
 * <p>Only the trucks and loading units of the mine files pass, because a sender can make up any
 * number of others. Metrics: {@code readingsOfUnknownSites}, {@code readingsOfUnknownMachines}.
 */
final class DispatchReadings extends RichFilterFunction<Reading> {

    private static final long serialVersionUID = 2;

    private final MineSites mines;
    private transient Map<String, FleetMachines> fleets;
    private transient Counter readingsOfUnknownSites;
    private transient Counter readingsOfUnknownMachines;

    DispatchReadings(MineSites mines) {
        this.mines = mines;
    }

    @Override
    public void open(OpenContext context) {
        fleets = new HashMap<>();
        mines.bySite().forEach((site, mine) -> fleets.put(site, new FleetMachines(mine)));
        readingsOfUnknownSites =
                getRuntimeContext().getMetricGroup().counter("readingsOfUnknownSites");
        readingsOfUnknownMachines =
                getRuntimeContext().getMetricGroup().counter("readingsOfUnknownMachines");
    }

    @Override
    public boolean filter(Reading reading) {
        FleetMachines fleet = fleets.get(reading.site());
        if (fleet == null) {
            readingsOfUnknownSites.inc();
            return false;
        }
        if (!FleetReadings.isNeeded(reading)) {
            return false;
        }
        if (!fleet.sent(reading)) {
            readingsOfUnknownMachines.inc();
            return false;
        }
        return true;
    }
}
