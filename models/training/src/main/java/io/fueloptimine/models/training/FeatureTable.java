package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.Fingerprint;
import io.fueloptimine.models.mine.FuelWindow;
import java.util.List;

/**
 * Windows as numbers: a row of features each, and the litres burnt per covered minute. Immutable by
 * convention: the arrays are not copied.
 *
 * @param features rows after one another, NaN for missing
 * @param litresPerMinute one label a row
 */
record FeatureTable(float[] features, float[] litresPerMinute) {

    static final int WIDTH = FuelFeatures.NAMES.size();

    static FeatureTable of(List<FuelWindow> windows, MachineClasses classes) {
        float[] features = new float[windows.size() * WIDTH];
        float[] labels = new float[windows.size()];
        for (int i = 0; i < labels.length; i++) {
            FuelWindow window = windows.get(i);
            System.arraycopy(FuelFeatures.of(window, classes), 0, features, i * WIDTH, WIDTH);
            labels[i] = (float) (window.fuelL() / FuelFeatures.minutes(window));
        }
        return new FeatureTable(features, labels);
    }

    int rows() {
        return litresPerMinute.length;
    }

    float[] row(int i) {
        float[] row = new float[WIDTH];
        System.arraycopy(features, i * WIDTH, row, 0, WIDTH);
        return row;
    }

    String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(features);
        fingerprint.add(litresPerMinute);
        return fingerprint.hex();
    }
}
