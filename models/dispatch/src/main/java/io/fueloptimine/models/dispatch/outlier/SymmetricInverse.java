package io.fueloptimine.models.dispatch.outlier;

/**
 * Inverts symmetric positive definite matrices in place, by symmetric Gauss-Jordan elimination
 * (Goodnight, "A tutorial on the SWEEP operator", 1979). A matrix of size n takes n³/2
 * multiplications. Two rows are eliminated at once, because reading and writing the matrix takes
 * longer than the multiplications. Stateless and thread-safe.
 */
final class SymmetricInverse {

    private SymmetricInverse() {}

    /**
     * Replaces a matrix by its inverse.
     *
     * @param lower the lower triangle: row i has i + 1 values
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static void invert(double[][] lower) {
        for (int pivot = 0; pivot < lower.length; pivot += 2) {
            eliminate(lower, pivot);
        }
        for (double[] row : lower) {
            for (int i = 0; i < row.length; i++) {
                row[i] = -row[i];
            }
        }
    }

    /** Eliminates a row and the next one; the last row of an odd number alone. */
    private static void eliminate(double[][] lower, int pivot) {
        int size = lower.length;
        boolean isPair = pivot + 1 < size;
        double[] one = column(lower, pivot);
        double[] two = isPair ? column(lower, pivot + 1) : new double[size];
        double a = one[pivot];
        double b = two[pivot];
        double c = isPair ? two[pivot + 1] : 1;
        double determinant = a * c - b * b;
        if (!(a > 0 && determinant > 0)) {
            throw new ArithmeticException(
                    "not positive definite: pivot " + a + ", determinant of two " + determinant);
        }
        double[] scaledOne = combine(one, c / determinant, two, -b / determinant);
        double[] scaledTwo = combine(two, a / determinant, one, -b / determinant);
        for (int i = 0; i < size; i++) {
            subtract(lower[i], scaledOne[i], one, scaledTwo[i], two);
        }
        setColumn(lower, pivot, scaledOne);
        lower[pivot][pivot] = -c / determinant;
        if (isPair) {
            setColumn(lower, pivot + 1, scaledTwo);
            lower[pivot + 1][pivot] = b / determinant;
            lower[pivot + 1][pivot + 1] = -a / determinant;
        }
    }

    private static double[] column(double[][] lower, int at) {
        double[] column = new double[lower.length];
        System.arraycopy(lower[at], 0, column, 0, at);
        for (int i = at; i < column.length; i++) {
            column[i] = lower[i][at];
        }
        return column;
    }

    private static void setColumn(double[][] lower, int at, double[] column) {
        System.arraycopy(column, 0, lower[at], 0, at);
        for (int i = at; i < column.length; i++) {
            lower[i][at] = column[i];
        }
    }

    private static double[] combine(double[] one, double ofOne, double[] two, double ofTwo) {
        double[] sum = new double[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = ofOne * one[i] + ofTwo * two[i];
        }
        return sum;
    }

    private static void subtract(
            double[] row, double ofOne, double[] one, double ofTwo, double[] two) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= ofOne * one[i] + ofTwo * two[i];
        }
    }
}
