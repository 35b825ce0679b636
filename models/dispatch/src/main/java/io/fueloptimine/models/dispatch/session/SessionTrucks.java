package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.site.Truck;

/** Reads the trucks of requests. */
final class SessionTrucks {

    private SessionTrucks() {}

    /**
     * The class of a truck: from the request, otherwise from the mine file.
     *
     * @throws RequestFaultException when neither names a class of the mine
     */
    static String classOf(SessionMine mine, RequestFields truck) throws RequestFaultException {
        String id = truck.name("id");
        if (!truck.has("class") && mine.site().truck(id).isPresent()) {
            return mine.site().truck(id).get().className();
        }
        String className = truck.text("class");
        if (!mine.hasClass(className)) {
            throw truck.fault("class", "a class of the mine");
        }
        return className;
    }

    /** The truck of the mine file with that id; otherwise a truck without a fixed pair. */
    static Truck truck(SessionMine mine, String id, String className) {
        return mine.site()
                .truck(id)
                .filter(known -> known.className().equals(className))
                .orElseGet(() -> new Truck(id, className, "", ""));
    }
}
