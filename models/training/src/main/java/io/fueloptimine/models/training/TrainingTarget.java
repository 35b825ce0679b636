package io.fueloptimine.models.training;

/** The quantity that the forests of a model predict. */
public enum TrainingTarget {

    /** Litres per covered minute; the exposure of a row is the number of covered minutes. */
    LITRES_PER_MINUTE("litres per covered minute"),

    /**
     * Litres divided by the litres of the measured work; the exposure of a row is the litres of the
     * work.
     */
    RATIO_TO_WORK("litres divided by the litres of the measured work");

    private final String text;

    TrainingTarget(String text) {
        this.text = text;
    }

    /** The description of the quantity in reports. */
    public String text() {
        return text;
    }
}
