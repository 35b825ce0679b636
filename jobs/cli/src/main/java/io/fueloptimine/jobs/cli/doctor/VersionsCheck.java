package io.fueloptimine.jobs.cli.doctor;

/**
 * Checks the version of Java, and names that of the product.
 *
 * @param product name and version of the product
 * @param java the feature version of Java, for example 17
 */
record VersionsCheck(String product, int java) implements SiteCheck {

    private static final int NEEDED = 17;

    @Override
    public String subject() {
        return "versions";
    }

    @Override
    public CheckResult run() {
        String found = product + ", Java " + java;
        String expected = "Java " + NEEDED;
        return java == NEEDED
                ? CheckResult.ok(subject(), found, expected)
                : CheckResult.fault(
                        subject(), found, expected, "Set JAVA_HOME to a JDK " + NEEDED + ".");
    }
}
