package io.fueloptimine.jobs.benchmarks.score;

import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The JMH benchmark: a forest is scored by the Java scorer and by XGBoost's native code, one row
 * per call and in batches. Each method uses one thread. All times are per row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoreBenchmark {

    /**
     * Number of rows in a batch. The methods that score one row per call use the rows of the batch
     * in turn.
     */
    static final int BATCH = 1_024;

    private static final long SEED = 2;

    /** The path of the forest in XGBoost's JSON format. */
    @Param("")
    public String forest;

    private XgboostTrees trees;
    private Booster booster;
    private float[] values;
    private float[][] rows;
    private float[] out;
    private int next;

    /** Loads the forest into both scorers and checks that both scorers give the same results. */
    @Setup
    public void prepare() throws Exception {
        byte[] json = Files.readAllBytes(Path.of(forest));
        trees = XgboostFile.read(json, forest);
        booster = XGBoost.loadModel(json);
        booster.setParam("nthread", 1);
        int width = trees.featureNames().size();
        values = RandomRows.values(BATCH, SEED);
        out = new float[BATCH];
        rows = new float[BATCH][];
        for (int i = 0; i < BATCH; i++) {
            rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
        }
        requireSameResults();
    }

    /** Frees the memory of XGBoost's native code. */
    @TearDown
    public void free() {
        booster.dispose();
    }

    @Benchmark
    public float javaRow() {
        return trees.predict(nextRow());
    }

    @Benchmark
    public float[][] nativeRow() throws XGBoostError {
        float[] row = nextRow();
        return booster.inplace_predict(row, 1, row.length, Float.NaN);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[] javaBatch() {
        trees.predict(values, BATCH, out);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[][] nativeBatch() throws XGBoostError {
        return booster.inplace_predict(values, BATCH, values.length / BATCH, Float.NaN);
    }

    private float[] nextRow() {
        next = (next + 1) % BATCH;
        return rows[next];
    }

    private void requireSameResults() throws XGBoostError {
        float[][] expected = nativeBatch();
        float[] results = javaBatch();
        for (int i = 0; i < BATCH; i++) {
            if (Float.floatToIntBits(expected[i][0]) != Float.floatToIntBits(results[i])) {
                throw new IllegalStateException(
                        "row " + i + ": Java scores " + results[i] + ", XGBoost " + expected[i][0]);
            }
        }
    }
}
