package io.fueloptimine.jobs.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The dependency rules between the modules. The test lives in this module because its class path
 * holds every module of the product.
 */
@AnalyzeClasses(packages = "io.fueloptimine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODELS = "io.fueloptimine.models..";
    private static final String OPERATORS = "io.fueloptimine.operators..";
    private static final String CONNECTORS = "io.fueloptimine.connectors..";
    private static final String JOBS = "io.fueloptimine.jobs..";

    @ArchTest
    static final ArchRule modelsDoNotDependOnFlink =
            noClasses()
                    .that()
                    .resideInAPackage(MODELS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.flink..", OPERATORS, CONNECTORS, JOBS);

    @ArchTest
    static final ArchRule operatorsDependOnModelsOnly =
            noClasses()
                    .that()
                    .resideInAPackage(OPERATORS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CONNECTORS, JOBS);

    @ArchTest
    static final ArchRule connectorsDependOnModelsOnly =
            noClasses()
                    .that()
                    .resideInAPackage(CONNECTORS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OPERATORS, JOBS);

    @ArchTest
    static final ArchRule xgboostIsUsedByTrainingAndScoreBenchmarksOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.fueloptimine.models.training..",
                            "io.fueloptimine.jobs.benchmarks.score..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ml.dmlc..");

    @ArchTest
    static final ArchRule jmhIsUsedByBenchmarksOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.fueloptimine.jobs.benchmarks..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.openjdk.jmh..");

    @ArchTest
    static final ArchRule nothingDependsOnBenchmarks =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.fueloptimine.jobs.benchmarks..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.fueloptimine.jobs.benchmarks..");

    @ArchTest
    static final ArchRule streamingJobsDoNotDependOnTraining =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.fueloptimine.jobs.ingest..",
                            "io.fueloptimine.jobs.fuel..",
                            "io.fueloptimine.jobs.alarms..",
                            "io.fueloptimine.jobs.dispatch..",
                            "io.fueloptimine.jobs.archive..",
                            "io.fueloptimine.jobs.cabs..",
                            OPERATORS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.fueloptimine.models.training..", "io.fueloptimine.jobs.training..");

    @ArchTest
    static final ArchRule embeddedHiveMqIsUsedByJobBrokerOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.fueloptimine.jobs.broker..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.hivemq.embedded..", "com.hivemq.configuration..");

    @ArchTest
    static final ArchRule packageNames =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..utils..",
                            "..common..",
                            "..helper..",
                            "..impl..",
                            "..misc..");

    @ArchTest
    static final ArchRule classNames =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Processor")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule simulatorPackagesHaveNoCycles =
            slices().matching("io.fueloptimine.jobs.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule simulatorPackagesDoNotDependOnItsRoot =
            noClasses()
                    .that()
                    .resideInAPackage("io.fueloptimine.jobs.simulator.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.fueloptimine.jobs.simulator");

    @ArchTest
    static final ArchRule typesOfTheMineAreFinal =
            classes()
                    .that()
                    .resideInAPackage("io.fueloptimine.models.mine..")
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .areNotAssignableTo(Throwable.class)
                    .should()
                    .haveModifier(JavaModifier.FINAL);
}
