package io.fueloptimine.models.training.linear;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Ordinary least squares by one Householder QR decomposition (Golub and Van Loan, "Matrix
 * Computations", section 5.3) of the design: a column of ones, then every column centred and scaled
 * to unit length. With this scaling the cross product of the columns is their correlation matrix,
 * and the diagonal of its inverse contains the variance inflation factors.
 *
 * <p>OLSMultipleLinearRegression of Hipparchus computes the same decomposition, but does not expose
 * the matrix R, which rank and leverage require. The memory required is two copies of the rows.
 */
final class LeastSquares {

    private final List<Column> columns;
    private final double[][] design;
    private final QRDecomposition decomposition;
    private final double[][] r;

    LeastSquares(List<Column> columns, double[][] rows) {
        this.columns = List.copyOf(columns);
        this.design = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            design[i] = standardised(rows[i]);
        }
        this.decomposition = new QRDecomposition(new Array2DRowRealMatrix(design, false));
        int last = columns.size();
        this.r = decomposition.getR().getSubMatrix(0, last, 0, last).getData();
    }

    private double[] standardised(double[] row) {
        double[] standardised = new double[columns.size() + 1];
        standardised[0] = 1;
        for (int j = 0; j < columns.size(); j++) {
            Column column = columns.get(j);
            standardised[j + 1] = column.centred(row) / column.length();
        }
        return standardised;
    }

    List<Column> columns() {
        return columns;
    }

    /** The number of coefficients, including the intercept. */
    int coefficients() {
        return columns.size() + 1;
    }

    int rows() {
        return design.length;
    }

    /**
     * The index of the first column that is a linear combination of the columns before it, up to
     * the tolerance. The diagonal of R contains the length of each column that the columns before
     * it do not explain.
     */
    OptionalInt firstExplained(double tolerance) {
        return IntStream.range(0, columns.size())
                .filter(j -> !columns.get(j).adds(Math.abs(r[j + 1][j + 1]), tolerance))
                .findFirst();
    }

    /** The least-squares fit of the given labels, one per row. */
    Fit fit(double[] labels) {
        double mean = Sums.mean(labels);
        RealVector centred = new ArrayRealVector(labels).mapSubtract(mean);
        double[] weights = decomposition.getSolver().solve(centred).toArray();
        double[] residuals = centred.toArray();
        for (int i = 0; i < residuals.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                residuals[i] -= design[i][j] * weights[j];
            }
        }
        weights[0] += mean;
        return new Fit(weights, residuals, Sums.squaresAbout(mean, labels));
    }

    /**
     * The inverse of R, an upper triangular matrix with rows and columns in the order of the
     * design.
     */
    double[][] inverseR() {
        RealMatrix upper = new Array2DRowRealMatrix(r, false);
        double[][] inverse = new double[r.length][r.length];
        for (int j = 0; j < r.length; j++) {
            RealVector unit = new ArrayRealVector(r.length);
            unit.setEntry(j, 1);
            MatrixUtils.solveUpperTriangularSystem(upper, unit);
            for (int i = 0; i <= j; i++) {
                inverse[i][j] = unit.getEntry(i);
            }
        }
        return inverse;
    }

    /**
     * The leverages, one per row: the diagonal of the hat matrix X (X'X)^-1 X' (Hoaglin and Welsch,
     * "The Hat Matrix in Regression and ANOVA", 1978). A leverage is the squared length of a row of
     * Q = X R^-1, so that the hat matrix itself need not be computed.
     */
    double[] leverages() {
        double[][] inverse = inverseR();
        double[] leverages = new double[design.length];
        for (int i = 0; i < design.length; i++) {
            for (int j = 0; j < inverse.length; j++) {
                double q = 0;
                for (int k = 0; k <= j; k++) {
                    q += design[i][k] * inverse[k][j];
                }
                leverages[i] += q * q;
            }
        }
        return leverages;
    }
}
