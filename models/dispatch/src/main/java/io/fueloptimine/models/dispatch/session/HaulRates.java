package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.RowPrices;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trips per hour that meet the dig plan as far as possible, then move the most tonnes, then
 * burn the fewest litres, as a linear model with one objective. Used for a single solve.
 */
final class HaulRates {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double ANY = Double.POSITIVE_INFINITY;

    /** The highest rate of a leg, trips per hour. */
    private static final double MOST_TRIPS = 1e5;

    private final HaulTables tables;
    private final RateWishes wishes;
    private final double worthLpt;
    private final LinearModel model = new LinearModel();
    private final LinearModel.Row[][] atUnit;
    private final LinearModel.Row[][] atDump;
    private final int[][] unitRow;
    private final int[][] dumpRow;
    private final int[] hoursRow;
    private final int[] tonnesRow;
    private final LinearModel.Row[] hours;
    private final LinearModel.Row[] busy;
    private final LinearModel.Row[] unitTonnes;
    private final LinearModel.Row[] dumpTonnes;
    private final LinearModel.Row[] dumpVisits;
    private final List<int[]> loadedLegs = new ArrayList<>();
    private int rows;

    /**
     * @param wishes the trucks and the tonnes that are wanted
     * @param worthLpt what a tonne beyond the dig plan is worth, L/t
     * @param factor the trucks are multiplied by this
     */
    HaulRates(HaulTables tables, RateWishes wishes, double worthLpt, double factor) {
        this.worthLpt = worthLpt;
        this.tables = tables;
        this.wishes = wishes;
        int classes = tables.classes.size();
        int units = tables.units.size();
        int dumps = tables.dumps.size();
        atUnit = new LinearModel.Row[classes][units];
        atDump = new LinearModel.Row[classes][dumps];
        unitRow = new int[classes][units];
        dumpRow = new int[classes][dumps];
        hoursRow = new int[classes];
        hours = new LinearModel.Row[classes];
        busy = new LinearModel.Row[units];
        unitTonnes = new LinearModel.Row[units];
        dumpTonnes = new LinearModel.Row[dumps];
        dumpVisits = new LinearModel.Row[dumps];
        tonnesRow = new int[dumps];
        declareRows(factor);
        for (int c = 0; c < classes; c++) {
            for (int u = 0; u < units; u++) {
                for (int d = 0; d < dumps && wishes.up(u) && tables.loads(c, u); d++) {
                    addLegs(c, u, d);
                }
            }
        }
        wishes.faces().forEach(this::want);
    }

    private LinearModel.Row row(String name, double lower, double upper) {
        rows++;
        return model.row(name, lower, upper);
    }

    private void declareRows(double factor) {
        for (int c = 0; c < hours.length; c++) {
            for (int u = 0; u < busy.length; u++) {
                unitRow[c][u] = rows;
                atUnit[c][u] = row("class " + c + " at unit " + u, 0, 0);
            }
            for (int d = 0; d < dumpTonnes.length; d++) {
                dumpRow[c][d] = rows;
                atDump[c][d] = row("class " + c + " at dump " + d, 0, 0);
            }
            hoursRow[c] = rows;
            hours[c] = row("hours of class " + c, NONE, wishes.trucks()[c] * factor);
        }
        for (int u = 0; u < busy.length; u++) {
            busy[u] = row("busy time of unit " + u, NONE, wishes.utilisation());
            unitTonnes[u] = row("tonnes of unit " + u, NONE, tables.units.get(u).maxTph());
        }
        for (int d = 0; d < dumpTonnes.length; d++) {
            DumpPoint dump = tables.dumps.get(d);
            tonnesRow[d] = rows;
            dumpTonnes[d] = row("tonnes of dump " + d, NONE, dump.maxTph() * wishes.utilisation());
            double visits = SECONDS_PER_HOUR * Math.max(1, dump.bays()) / wishes.dumpS();
            dumpVisits[d] = row("visits to dump " + d, NONE, visits);
        }
    }

    private void addLegs(int c, int u, int d) {
        LoadingUnit unit = tables.units.get(u);
        DumpPoint dump = tables.dumps.get(d);
        double idleLph = tables.classes.get(c).idleLph();
        tables.empty(c, dump.locationId(), u)
                .filter(trip -> tables.near.empty(c, d, u))
                .ifPresent(
                        trip -> {
                            double h = trip.seconds() / SECONDS_PER_HOUR;
                            int v =
                                    model.variable(
                                            "empty " + c + ' ' + d + ' ' + u,
                                            0,
                                            MOST_TRIPS,
                                            trip.litres() - idleLph * h);
                            atUnit[c][u].add(v, -1);
                            atDump[c][d].add(v, -1);
                            hours[c].add(v, h);
                        });
        Optional<TripCost> loaded =
                dump.accepts(unit.material())
                                && wishes.allows(u, d)
                                && (wishes.destinations().containsKey(u)
                                        || tables.near.loaded(c, u, d))
                        ? tables.loaded(c, unit.faceId(), d)
                        : Optional.empty();
        loaded.ifPresent(trip -> addLoaded(c, u, d, trip));
    }

    private void addLoaded(int c, int u, int d, TripCost trip) {
        double payloadT = tables.payloadT(c);
        double h = trip.seconds() / SECONDS_PER_HOUR;
        double loadH = tables.loadS(c, u) / SECONDS_PER_HOUR;
        int v =
                model.variable(
                        "loaded " + c + ' ' + u + ' ' + d,
                        0,
                        MOST_TRIPS,
                        trip.litres() - tables.classes.get(c).idleLph() * h - worthLpt * payloadT);
        atUnit[c][u].add(v, 1);
        atDump[c][d].add(v, 1);
        hours[c].add(v, h + loadH + wishes.dumpS() / SECONDS_PER_HOUR);
        busy[u].add(v, loadH);
        unitTonnes[u].add(v, payloadT);
        dumpTonnes[d].add(v, payloadT);
        dumpVisits[d].add(v, 1);
        loadedLegs.add(new int[] {c, u, d, v});
    }

    private void want(String faceId, double tph) {
        LinearModel.Row row = row("want of " + faceId, tph, ANY);
        for (int[] leg : loadedLegs) {
            if (tables.units.get(leg[1]).faceId().equals(faceId)) {
                row.add(leg[3], tables.payloadT(leg[0]));
            }
        }
        double penalty = worthLpt * wishes.shortfallFactor(faceId);
        row.add(model.variable("short of " + faceId, 0, tph, penalty), 1);
    }

    /** Solves the model; empty when the solver gives up. */
    Optional<HaulPrices> solve() {
        return RowPrices.of(model, () -> false).map(this::prices);
    }

    private HaulPrices prices(RowPrices solved) {
        double[] price = solved.prices();
        HaulPrices prices = HaulPrices.zero(hours.length, busy.length, dumpTonnes.length);
        for (int c = 0; c < hours.length; c++) {
            prices.truckLph()[c] = -price[hoursRow[c]];
            for (int u = 0; u < busy.length; u++) {
                prices.atUnitL()[c][u] = price[unitRow[c][u]];
            }
            for (int d = 0; d < dumpTonnes.length; d++) {
                prices.atDumpL()[c][d] =
                        prices.truckLph()[c] * wishes.dumpS() / SECONDS_PER_HOUR
                                - price[dumpRow[c][d]]
                                - price[tonnesRow[d]] * tables.payloadT(c)
                                - price[tonnesRow[d] + 1];
            }
        }
        for (int[] leg : loadedLegs) {
            prices.unitTph()[leg[1]] += solved.values()[leg[3]] * tables.payloadT(leg[0]);
        }
        return prices;
    }
}
