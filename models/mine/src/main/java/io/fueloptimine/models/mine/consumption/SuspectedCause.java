package io.fueloptimine.models.mine.consumption;

/** The cause that a drift suggests. A person has to confirm it. */
public enum SuspectedCause {
    MACHINE_SICK("one machine is sick, for example worn injectors or a dragging brake"),
    SENSOR_BIAS("a fuel sensor of the machine is biased"),
    PAYLOAD_SCALE("the payload scale of the machine is wrong"),
    ROAD_WET("roads are wet or damaged"),
    FUEL_OR_WEATHER("the fuel or the weather has changed for all machines"),
    MODEL_REPLACED("none: a new model version replaced the one that the drift was measured with"),
    UNKNOWN("unknown"),
    WORK_CHANGED("the work has changed, for example other roads, faces or loads");

    private final String words;

    SuspectedCause(String words) {
        this.words = words;
    }

    /** The cause in words, without a full stop. */
    public String words() {
        return words;
    }
}
