package io.fueloptimine.models.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The paper's mode against the changes that other implementations find in known series. */
class AdwinPaperModeTest {

    private static final AdwinSettings PAPER =
            new AdwinSettings(0.002, 5, 5, 32, 10, AdwinCut.OLDEST_BUCKET);

    /**
     * Python: {@code r = random.Random(42)}, then twice {@code r.choices([0, 1], k=1000)} and
     * {@code r.choices(range(4, 8), k=1000)}.
     */
    @Test
    void findsTheThreeChangesOfFourBlocks() {
        assertThat(changes(PAPER, "blocks.txt")).containsExactly(1023, 2015, 3007);
    }

    /** NumPy: seed 12345, {@code randint(2, size=1000)}, then {@code randint(8, size=1000)}. */
    @Test
    void findsTheChangeOfTheRange() {
        assertThat(changes(PAPER, "step.txt")).containsExactly(1023);
    }

    @Test
    void findsTheSameChangesWhenItCutsAtTheWorstBorder() {
        AdwinSettings worst = new AdwinSettings(0.002, 5, 5, 32, 10, AdwinCut.WORST_BORDER);
        assertThat(changes(worst, "blocks.txt")).containsExactly(1023, 2015, 3007);
        assertThat(changes(worst, "step.txt")).containsExactly(1023);
    }

    @Test
    void keepsBucketsThatTheWorstBorderWouldDrop() {
        assertThat(widthAfterChange(AdwinCut.OLDEST_BUCKET))
                .isGreaterThan(widthAfterChange(AdwinCut.WORST_BORDER))
                .isLessThan(200);
    }

    private static long widthAfterChange(AdwinCut cut) {
        Adwin adwin = start(new AdwinSettings(0.002, 5, 5, 32, 10, cut));
        double[] series = read("blocks.txt");
        for (double sample : series) {
            if (adwin.add(sample).isPresent()) {
                return adwin.width();
            }
        }
        throw new AssertionError("no change found");
    }

    /**
     * The indexes of the samples with which a change is found; the detector starts anew at each.
     */
    private static List<Integer> changes(AdwinSettings settings, String series) {
        List<Integer> found = new ArrayList<>();
        Adwin adwin = start(settings);
        double[] samples = read(series);
        for (int i = 0; i < samples.length; i++) {
            if (adwin.add(samples[i]).isPresent()) {
                found.add(i);
                adwin = start(settings);
            }
        }
        return found;
    }

    private static Adwin start(AdwinSettings settings) {
        return new Adwin(settings, AdwinState.empty(settings));
    }

    /** Reads a series of digits. */
    private static double[] read(String name) {
        try (InputStream in = AdwinPaperModeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .chars()
                    .filter(Character::isDigit)
                    .mapToDouble(digit -> digit - '0')
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
