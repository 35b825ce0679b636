package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a mine without a map: tables of classes, loading units, dumps and legs. */
final class MatricesRequest {

    private static final int MOST = 1_000;
    private static final int MOST_LEGS = 2_000_000;
    private static final double MAX_SECONDS = 1e6;
    private static final double MAX_RATE = 1e6;

    /** The tank of a class without one: no time of the plan is spent on refuelling. */
    private static final double ENDLESS_TANK_L = 1e12;

    private static final double SECONDS_PER_HOUR = 3_600;

    private final RequestFields request;
    private final Map<String, TruckClass> classes = new LinkedHashMap<>();
    private final List<LoadingUnit> units = new ArrayList<>();
    private final Map<MatrixHaulModel.Loading, Double> loadingS = new HashMap<>();
    private final List<DumpPoint> dumps = new ArrayList<>();
    private final Map<String, String> dumpPlaces = new LinkedHashMap<>();
    private final Map<MatrixHaulModel.Leg, TripCost> legs = new HashMap<>();
    private final Map<String, Location> places = new LinkedHashMap<>();

    private MatricesRequest(RequestFields request) {
        this.request = request;
    }

    static SessionMine read(RequestFields request) throws RequestFaultException {
        return new MatricesRequest(request).mine();
    }

    private SessionMine mine() throws RequestFaultException {
        for (RequestFields each : request.objects("classes", MOST)) {
            addClass(each);
        }
        for (RequestFields each : request.objects("units", MOST)) {
            addUnit(each);
        }
        for (RequestFields each : request.objects("dumps", MOST)) {
            addDump(each);
        }
        for (RequestFields each : request.objects("legs", MOST_LEGS)) {
            addLeg(each);
        }
        MineSite site =
                new MineSite(
                        "dispatch",
                        DigPlan.of(),
                        List.copyOf(places.values()),
                        List.of(),
                        List.copyOf(classes.values()),
                        List.of(),
                        units,
                        dumps,
                        List.of());
        return new SessionMine(site, new MatrixHaulModel(legs, loadingS), dumpPlaces);
    }

    private void addClass(RequestFields fields) throws RequestFaultException {
        String name = fields.text("name");
        TruckClass added =
                new TruckClass(
                        name,
                        fields.number("payloadT", 0.1, 10_000),
                        0,
                        0,
                        fields.number("tankL", 1, 1e6, ENDLESS_TANK_L),
                        fields.number("idleLph", 0, 10_000));
        if (classes.putIfAbsent(name, added) != null) {
            throw fields.fault("name", "each class once");
        }
    }

    private void addUnit(RequestFields fields) throws RequestFaultException {
        String id = fields.text("id");
        if (units.stream().anyMatch(unit -> unit.id().equals(id))) {
            throw fields.fault("id", "each loading unit once");
        }
        RequestFields times = fields.object("loadSeconds");
        double mostTph = 0;
        double sumS = 0;
        for (String className : times.names()) {
            TruckClass truckClass = classes.get(className);
            if (truckClass == null) {
                throw times.fault(className, "a class of the request");
            }
            double seconds = times.number(className, 1, MAX_SECONDS);
            loadingS.put(new MatrixHaulModel.Loading(id, className), seconds);
            mostTph = Math.max(mostTph, truckClass.payloadT() * SECONDS_PER_HOUR / seconds);
            sumS += seconds;
        }
        if (times.names().isEmpty()) {
            throw fields.fault("loadSeconds", "the seconds of one class or more");
        }
        String place = place(fields, LocationKind.FACE);
        units.add(
                new LoadingUnit(
                        id,
                        LoadingUnitKind.HYDRAULIC_SHOVEL,
                        place,
                        fields.word("material", Material.class),
                        sumS / times.names().size(),
                        fields.number("maxTph", 0, MAX_RATE, mostTph)));
    }

    private void addDump(RequestFields fields) throws RequestFaultException {
        String id = fields.text("id");
        String place = place(fields, LocationKind.DUMP);
        Set<Material> accepts = new LinkedHashSet<>();
        for (String material : fields.texts("accepts", Material.values().length)) {
            accepts.add(materialOf(fields, material));
        }
        if (accepts.isEmpty()) {
            throw fields.fault("accepts", "one material or more");
        }
        if (dumpPlaces.containsValue(place)) {
            throw fields.fault("placeId", "one dump per place");
        }
        if (dumpPlaces.putIfAbsent(id, place) != null) {
            throw fields.fault("id", "each dump once");
        }
        dumps.add(
                new DumpPoint(
                        place,
                        List.copyOf(accepts),
                        fields.number("minTph", 0, MAX_RATE, 0),
                        fields.number("maxTph", 0, MAX_RATE, MAX_RATE),
                        (int) fields.number("bays", 1, MOST, MOST)));
    }

    private void addLeg(RequestFields fields) throws RequestFaultException {
        String className = fields.text("class");
        if (!classes.containsKey(className)) {
            throw fields.fault("class", "a class of the request");
        }
        MatrixHaulModel.Leg leg =
                new MatrixHaulModel.Leg(
                        className, fields.text("from"), fields.text("to"), fields.flag("loaded"));
        TripCost cost =
                new TripCost(
                        fields.number("seconds", 0, MAX_SECONDS), fields.number("litres", 0, 1e6));
        if (legs.putIfAbsent(leg, cost) != null) {
            throw fields.fault("from", "each leg once");
        }
    }

    private String place(RequestFields fields, LocationKind kind) throws RequestFaultException {
        String id = fields.text("placeId");
        places.putIfAbsent(id, new Location(id, kind, 0, 0, 0));
        return id;
    }

    private static Material materialOf(RequestFields fields, String text)
            throws RequestFaultException {
        for (Material material : Material.values()) {
            if (material.name().equalsIgnoreCase(text)) {
                return material;
            }
        }
        throw fields.fault("accepts", "materials of " + List.of(Material.values()));
    }
}
