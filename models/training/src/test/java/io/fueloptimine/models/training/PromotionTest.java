package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.RegisteredModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.boost.BoostSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final MachineClasses CLASSES = MachineClasses.standard();

    /** Of 28 trucks six are held out. */
    private static final List<FuelWindow> WINDOWS = SyntheticWindows.of(28, 150, 1);

    private static TrainedModel sharp;
    private static TrainedModel blunt;

    @BeforeAll
    static void trainBoth() {
        sharp = train(new BoostSettings(7, 60, 4, 0.2, 5));
        blunt = train(new BoostSettings(7, 3, 2, 0.2, 5));
    }

    @Test
    void approvesABetterModelAndRejectsAnEqualOne() {
        assertThat(promotion(sharp, filed(blunt)).approved()).isTrue();
        assertThat(promotion(sharp, filed(sharp)).approved()).isFalse();
        assertThat(promotion(blunt, filed(sharp)).approved()).isFalse();
        assertThat(promotion(blunt, filed(sharp)).reason())
                .startsWith("MAE ")
                .contains("L of the champion on ", "not significantly beyond the margin of 1.0 %");
    }

    @Test
    void comparesWithPhysicsWithoutAChampion() {
        assertThat(promotion(sharp, Optional.empty()).approved()).isTrue();
        assertThat(promotion(blunt, Optional.empty()).approved()).isFalse();
        assertThat(promotion(blunt, Optional.empty()).reason())
                .startsWith("there was no champion, so it was compared with physics: MAE ")
                .contains("L of physics on ", "not significantly beyond the margin of 1.0 %");
    }

    @Test
    void comparesWithPhysicsWhenTheChampionHasOtherFeatures() {
        Promotion promotion = promotion(sharp, Optional.of(ofOtherFeatures()));

        assertThat(promotion.approved()).isTrue();
        assertThat(promotion.reason())
                .startsWith("the champion has other features, so it was compared with physics: ");
    }

    @Test
    void rejectsAModelThatLosesToABaselineOnItsOwnTest() {
        TrainedModel losing = LosingModel.of(sharp, 0.001);

        Promotion promotion = promotion(losing, filed(blunt));

        assertThat(promotion.approved()).isFalse();
        assertThat(promotion.reason())
                .contains(", beyond the margin of 1.0 %; its MAE on its own test is 0.")
                .endsWith(" L, not below the 0.0010 L of the baseline linear");
    }

    private static Promotion promotion(TrainedModel model, Optional<RegisteredModel> champion) {
        return Promotion.of(model, champion, 1, 7);
    }

    private static Optional<RegisteredModel> filed(TrainedModel model) {
        return Optional.of(new RegisteredModel(model.draft().metadata(), model.forests()));
    }

    private static RegisteredModel ofOtherFeatures() {
        ModelMetadata filed = blunt.draft().metadata();
        return new RegisteredModel(
                ModelMetadata.draft(
                        filed.name(),
                        new FeatureSchema(filed.schema().number() + 1, filed.schema().names()),
                        filed.classes(),
                        filed.seed(),
                        filed.parameters(),
                        filed.data(),
                        filed.metrics(),
                        filed.parity()),
                blunt.forests());
    }

    private static TrainedModel train(BoostSettings settings) {
        return new ModelTrainer(ModelRecipe.windows(7).with(settings))
                .train(WindowTable.of(WINDOWS, CLASSES), CLASSES, "a test");
    }
}
