package io.fueloptimine.jobs.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
    static final ArchRule operatorsUseFlinkOrAreData =
            classes()
                    .that()
                    .resideInAPackage(OPERATORS)
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areNotRecords()
                    .and()
                    .areNotEnums()
                    .and()
                    .areNotAssignableTo(Throwable.class)
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule operatorsHaveAPackagePerStep =
            classes()
                    .that()
                    .resideInAPackage(OPERATORS)
                    .should()
                    .resideInAnyPackage(
                            "io.fueloptimine.operators.decode",
                            "io.fueloptimine.operators.validate",
                            "io.fueloptimine.operators.window",
                            "io.fueloptimine.operators.cycle",
                            "io.fueloptimine.operators.score",
                            "io.fueloptimine.operators.drift",
                            "io.fueloptimine.operators.alarm",
                            "io.fueloptimine.operators.notes",
                            "io.fueloptimine.operators.dispatch",
                            "io.fueloptimine.operators.road",
                            "io.fueloptimine.operators.advice",
                            "io.fueloptimine.operators.ledger");

    /** Each module's classes are in the package of the module's folder. */
    @ArchTest
    static void packagesHaveTheNamesOfTheirFolders(JavaClasses imported) throws IOException {
        for (String layer : List.of("models", "connectors", "jobs")) {
            classes()
                    .that()
                    .resideInAPackage("io.fueloptimine." + layer + "..")
                    .should()
                    .resideInAnyPackage(packagesOf(layer))
                    .check(imported);
        }
    }

    private static String[] packagesOf(String layer) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "..", layer))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> "io.fueloptimine." + layer + "." + folder.getFileName() + "..")
                    .toArray(String[]::new);
        }
    }

    @ArchTest
    static final ArchRule modelsHaveNoCycles =
            slices().matching("io.fueloptimine.models.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jobsHaveNoCycles =
            slices().matching("io.fueloptimine.jobs.(*)..").should().beFreeOfCycles();

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

    /** A cluster loads these classes from Flink's folder lib, without the product's others. */
    @ArchTest
    static final ArchRule accessRulesOfFlinksRestInterfaceUseFlinkAlone =
            classes()
                    .that()
                    .resideInAPackage("io.fueloptimine.jobs.settings.rest")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.fueloptimine.jobs.settings.rest", "java..", "org.apache.flink..");

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

    /** Otherwise the simulator would confirm whatever the product plans and predicts. */
    @ArchTest
    static final ArchRule simulatorDoesNotUseTheFormulasOfTheProduct =
            noClasses()
                    .that()
                    .resideInAPackage("io.fueloptimine.jobs.simulator..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.fueloptimine.models.fuel..", "io.fueloptimine.models.dispatch..");

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
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .haveModifier(JavaModifier.FINAL);
}
