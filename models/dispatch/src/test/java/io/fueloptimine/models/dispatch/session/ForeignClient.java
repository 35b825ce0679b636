package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** Asks a dispatcher by JSON text lines, as another program would do over its standard input. */
final class ForeignClient implements ForeignDispatcher {

    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnaryOperator<String> lines;
    private final Habit habit;
    private int asked;
    private double plannedS = -1;

    /**
     * What a program tells.
     *
     * @param planEveryMin minutes between plans; 0 for one plan at the start, negative for none
     * @param tellsTrucks whether it tells what the other trucks do
     * @param tellsUnits whether it tells the queues of the loading units
     */
    record Habit(int planEveryMin, boolean tellsTrucks, boolean tellsUnits) {}

    ForeignClient(ForeignMine mine, UnaryOperator<String> lines, Habit habit) {
        this.lines = lines;
        this.habit = habit;
        ask(matrices(mine));
    }

    @Override
    public void minute(ForeignShift shift) {
        boolean due =
                plannedS < 0
                        || habit.planEveryMin() > 0
                                && shift.nowS >= plannedS + habit.planEveryMin() * 60;
        if (habit.planEveryMin() >= 0 && due) {
            plannedS = shift.nowS;
            ask(plan(shift));
        }
    }

    @Override
    public int unit(ForeignShift shift, int truck) {
        JsonNode answer = ask(assign(shift, truck, -1));
        String task = answer.path("task").asText();
        String unit = answer.path("unitId").asText();
        return task.equals("Load") ? Integer.parseInt(unit.substring(1)) : -1;
    }

    @Override
    public int dump(ForeignShift shift, int truck, int unit) {
        JsonNode answer = ask(assign(shift, truck, unit));
        return Integer.parseInt(answer.path("dumpId").asText().substring(1));
    }

    private JsonNode ask(String line) {
        try {
            JsonNode answer = JSON.readTree(lines.apply(line));
            if (answer.has("error")) {
                throw new IllegalStateException(answer + " for " + line);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String matrices(ForeignMine mine) {
        StringJoiner classes = new StringJoiner(",");
        StringJoiner units = new StringJoiner(",");
        StringJoiner dumps = new StringJoiner(",");
        StringJoiner legs = new StringJoiner(",");
        for (ForeignMine.Kind kind : mine.kinds()) {
            classes.add(
                    text(
                            "{'name':'%s','payloadT':%s,'idleLph':%s}",
                            kind.name(), kind.payloadT(), kind.idleLph()));
        }
        for (ForeignMine.Unit unit : mine.units()) {
            StringJoiner loadS = new StringJoiner(",");
            for (int k = 0; k < mine.kinds().size(); k++) {
                if (!Double.isNaN(unit.loadS()[k])) {
                    loadS.add(text("'%s':%s", mine.kinds().get(k).name(), unit.loadS()[k]));
                }
            }
            units.add(
                    text(
                            "{'id':'%s','placeId':'%s','material':'%s','loadSeconds':{%s}}",
                            unit.id(), unit.place(), unit.material(), loadS));
        }
        for (ForeignMine.Dump dump : mine.dumps()) {
            dumps.add(
                    text(
                            "{'id':'%s','placeId':'%s','accepts':['%s'],'bays':%d,'maxTph':%s}",
                            dump.id(),
                            dump.place(),
                            String.join("','", dump.accepts()),
                            dump.bays(),
                            dump.maxTph()));
        }
        for (int t = 0; t < mine.kinds().size(); t++) {
            for (int u = 0; u < mine.units().size(); u++) {
                for (int d = 0; d <= mine.dumps().size(); d++) {
                    legs.add(leg(mine, t, mine.emptyPlace(d), u, false, mine.emptyS()[t][d][u]));
                    if (d < mine.dumps().size()) {
                        double seconds = mine.loadedS()[t][u][d];
                        legs.add(leg(mine, t, mine.emptyPlace(d), u, true, seconds));
                    }
                }
            }
        }
        return text(
                "{'id':%d,'type':'matrices','classes':[%s],'units':[%s],'dumps':[%s],'legs':[%s]}",
                ++asked, classes, units, dumps, legs);
    }

    /** A leg; a mine has as many trucks as classes at least, and truck k has class k. */
    private static String leg(
            ForeignMine mine, int kind, String place, int unit, boolean loaded, double seconds) {
        String face = mine.units().get(unit).place();
        return text(
                "{'class':'%s','from':'%s','to':'%s','loaded':%s,'seconds':%s,'litres':%s}",
                mine.kinds().get(kind).name(),
                loaded ? face : place,
                loaded ? place : face,
                loaded,
                seconds,
                mine.litres(kind, loaded, seconds));
    }

    private String plan(ForeignShift shift) {
        StringJoiner trucks = new StringJoiner(",");
        StringJoiner faces = new StringJoiner(",");
        for (int t = 0; t < shift.trucks.length; t++) {
            trucks.add(text("{'id':'T%d','class':'%s'}", t, shift.mine.kindOf(t).name()));
        }
        for (int u = 0; u < shift.faceT.length; u++) {
            ForeignMine.Unit unit = shift.mine.units().get(u);
            if (unit.planT() > 0) {
                faces.add(
                        text(
                                "{'faceId':'%s','material':'%s','shiftTonnes':%s,'doneTonnes':%s}",
                                unit.place(),
                                unit.material(),
                                unit.planT(),
                                shift.faceT[u] + shift.onTheWayT[u]));
            }
        }
        return text(
                "{'id':%d,'type':'plan','now':'%s','trucks':[%s],'digPlan':[%s],'horizonHours':%s}",
                ++asked, at(shift.nowS), trucks, faces, shift.mine.hours() - shift.nowS / 3_600);
    }

    private String assign(ForeignShift shift, int truck, int unit) {
        ForeignMine mine = shift.mine;
        String place =
                unit < 0
                        ? mine.emptyPlace(shift.trucks[truck].place)
                        : mine.units().get(unit).place();
        StringJoiner trucks = new StringJoiner(",");
        for (int t = 0; t < shift.trucks.length && habit.tellsTrucks(); t++) {
            if (t != truck) {
                other(shift, t, trucks);
            }
        }
        StringJoiner units = new StringJoiner(",");
        for (int u = 0; u < shift.faceT.length && habit.tellsUnits(); u++) {
            int loads = shift.unitLoads[u];
            double freeS = loads < 0 ? shift.nowS : shift.trucks[loads].expectedS;
            units.add(
                    text(
                            "{'id':'S%d','queue':%d,'freeAt':'%s','down':%s}",
                            u, shift.unitQueues[u].size(), at(freeS), shift.isDown(u)));
        }
        return text(
                "{'id':%d,'type':'assign','now':'%s','truck':{'id':'T%d','class':'%s',"
                        + "'placeId':'%s','loaded':%s},'trucks':[%s],'units':[%s]}",
                ++asked,
                at(shift.nowS),
                truck,
                mine.kindOf(truck).name(),
                place,
                unit >= 0,
                trucks,
                units);
    }

    private static void other(ForeignShift shift, int t, StringJoiner trucks) {
        ForeignShift.Truck truck = shift.trucks[t];
        String to =
                switch (truck.doing) {
                    case WAITING -> null;
                    case TO_UNIT, UNIT_QUEUE, LOADING -> "'Load','destinationId':'S" + truck.unit;
                    case TO_DUMP, DUMP_QUEUE, DUMPING ->
                            "'Offload','destinationId':'D" + truck.dump;
                };
        boolean drives =
                truck.doing == ForeignShift.Doing.TO_UNIT
                        || truck.doing == ForeignShift.Doing.TO_DUMP;
        double arrives = drives ? truck.expectedS : truck.sinceS;
        if (to != null) {
            trucks.add(
                    text(
                            "{'id':'T%d','class':'%s','task':%s','arrivesAt':'%s'}",
                            t, shift.mine.kindOf(t).name(), to, at(arrives)));
        }
    }

    private static String at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1_000)).toString();
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace('\'', '"');
    }
}
