package io.fueloptimine.models.training;

/** The quantity that the forests of a model predict. */
public enum TrainingTarget {

    /** Litres per covered minute; the exposure of a row is the number of covered minutes. */
    LITRES_PER_MINUTE("litres per covered minute"),

    /**
     * Litres divided by the litres of haul physics; the exposure of a row is the litres of haul
     * physics.
     */
    RATIO_TO_PHYSICS("litres divided by the litres of haul physics");

    private final String text;

    TrainingTarget(String text) {
        this.text = text;
    }

    /** The description of the quantity in reports. */
    public String text() {
        return text;
    }
}
