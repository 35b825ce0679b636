package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.drift.residual.DriftSettings;
import io.fueloptimine.models.drift.residual.FleetDriftSettings;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.Setting;
import io.fueloptimine.operators.advice.AdviceSettings;
import io.fueloptimine.operators.dispatch.DispatchSettings;
import io.fueloptimine.operators.ledger.LedgerSettings;
import io.fueloptimine.operators.notes.NoteSettings;
import io.fueloptimine.operators.score.ScoreSettings;
import io.fueloptimine.operators.validate.QualityHourSettings;
import io.fueloptimine.operators.window.WindowSettings;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * All settings of the processing steps of the streaming jobs. Each component is a section of the
 * settings file, and so is each settings record nested in a component.
 */
public record StepSettings(
        @Setting(meaning = "How long results wait for late readings") WindowSettings windows,
        @Setting(meaning = "How scoring waits for the model registry") ScoreSettings score,
        @Setting(meaning = "When the residuals of a machine have drifted") DriftSettings drift,
        @Setting(meaning = "When the fleet has drifted and a new model is requested")
                FleetDriftSettings fleetDrift,
        @Setting(meaning = "When live data are compared with training data")
                DataDriftSettings dataDrift,
        @Setting(meaning = "When each alarm is raised and cleared") AlarmSettings alarms,
        @Setting(meaning = "What the changes of a tank mean") TankSettings tanks,
        @Setting(meaning = "How long alarms may be shelved, and when they escalate")
                LifecycleSettings lifecycle,
        @Setting(meaning = "How long notes have an effect") NoteSettings notes,
        @Setting(meaning = "How data quality is counted by hour") QualityHourSettings qualityHours,
        @Setting(meaning = "How dispatch runs") DispatchSettings dispatch,
        @Setting(meaning = "How savings are measured") LedgerSettings ledger,
        @Setting(meaning = "Which advice beside the routing is given") AdviceSettings advice)
        implements Serializable {

    /** The default value of every setting. */
    public static final StepSettings DEFAULT =
            new StepSettings(
                    WindowSettings.DEFAULT,
                    ScoreSettings.DEFAULT,
                    DriftSettings.DEFAULT,
                    FleetDriftSettings.DEFAULT,
                    DataDriftSettings.DEFAULT,
                    AlarmSettings.DEFAULT,
                    TankSettings.DEFAULT,
                    LifecycleSettings.DEFAULT,
                    NoteSettings.DEFAULT,
                    QualityHourSettings.DEFAULT,
                    DispatchSettings.DEFAULT,
                    LedgerSettings.DEFAULT,
                    AdviceSettings.DEFAULT);

    /**
     * Reads a settings file. A setting that is absent from the file gets its default value.
     *
     * @throws InvalidInputException if the content is wrong; the message names every fault
     * @throws IOException if the file cannot be read
     */
    public static StepSettings read(Path file) throws IOException {
        return SettingsFile.read(file, DEFAULT);
    }
}
