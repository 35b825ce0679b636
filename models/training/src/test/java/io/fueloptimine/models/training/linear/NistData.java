package io.fueloptimine.models.training.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A data set of NIST's StRD with the figures that NIST certifies; each file names its source. */
record NistData(
        List<String> names,
        double[][] rows,
        double[] labels,
        double[] estimates,
        double[] deviations,
        double residualDeviation,
        double r2,
        double f) {

    static NistData read(String set) {
        List<String[]> lines = lines("/nist-strd/" + set + ".csv");
        double[][] coefficients = numbers(lines, "coefficient", 2);
        double[] line = numbers(lines, "line", 1)[0];
        int powers = (int) numbers(lines, "powers", 1)[0][0];
        double[][] data = numbers(lines, "row", 1);
        return new NistData(
                IntStream.range(1, coefficients.length).mapToObj(j -> "B" + j).toList(),
                Arrays.stream(data).map(row -> powersOf(row, powers)).toArray(double[][]::new),
                Arrays.stream(data).mapToDouble(row -> row[0]).toArray(),
                Arrays.stream(coefficients).mapToDouble(row -> row[0]).toArray(),
                Arrays.stream(coefficients).mapToDouble(row -> row[1]).toArray(),
                line[0],
                line[1],
                line[2]);
    }

    private static double[] powersOf(double[] row, int powers) {
        double[] columns = Arrays.copyOfRange(row, 1, Math.max(row.length, powers + 1));
        for (int j = 1; j < powers; j++) {
            columns[j] = columns[j - 1] * columns[0];
        }
        return columns;
    }

    private static double[][] numbers(List<String[]> lines, String kind, int from) {
        return lines.stream()
                .filter(cells -> cells[0].equals(kind))
                .map(cells -> Arrays.copyOfRange(cells, from, cells.length))
                .map(cells -> Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    private static List<String[]> lines(String resource) {
        try (InputStream in = NistData.class.getResourceAsStream(resource)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, resource).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
