package io.fueloptimine.jobs.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No class of the product uses the locale, the character set or the time zone of the computer:
 * wherever the JDK has an overload with a {@link Locale}, {@link Charset} or {@link ZoneId}, that
 * one is called. Test classes may use the defaults.
 */
@AnalyzeClasses(packages = "io.fueloptimine", importOptions = ImportOption.DoNotIncludeTests.class)
class PlatformDefaultsTest {

    private static final Set<Class<?>> SETTINGS = Set.of(Locale.class, Charset.class, ZoneId.class);

    /** Use a default and have no such overload. */
    private static final Set<String> OTHERS =
            Set.of(
                    "java.lang.String.formatted",
                    "java.util.Locale.getDefault",
                    "java.util.TimeZone.getDefault",
                    "java.nio.charset.Charset.defaultCharset",
                    "java.time.ZoneId.systemDefault",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.format.DateTimeFormatter.ofLocalizedDate",
                    "java.time.format.DateTimeFormatter.ofLocalizedTime",
                    "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
                    "java.text.DecimalFormat.<init>",
                    "java.text.MessageFormat.format",
                    "java.io.Console.printf",
                    "java.io.Console.format",
                    "java.sql.Timestamp.valueOf",
                    "java.sql.Timestamp.toLocalDateTime",
                    "java.sql.Date.valueOf",
                    "java.util.Date.toString");

    /** These read and write UTF-8, or the character set of the response, without a setting. */
    private static final Set<String> FIXED =
            Set.of(
                    "java.nio.file.Files",
                    "java.net.http.HttpRequest$BodyPublishers",
                    "java.net.http.HttpResponse$BodyHandlers",
                    "java.net.http.HttpResponse$BodySubscribers");

    /** The default of an option of a command, which is a person's setting. */
    private static final String ZONE_OPTION =
            "io.fueloptimine.jobs.cli.training.RetrainCommand.watch -> java.time.ZoneId.systemDefault";

    @ArchTest
    static final ArchRule noClassUsesADefaultOfTheComputer =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.describe(
                                    "uses the computer's locale, character set or time zone",
                                    PlatformDefaultsTest::usesADefault));

    private static boolean usesADefault(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        String name = owner + "." + target.getName();
        String origin = access.getOriginOwner().getFullName() + "." + access.getOrigin().getName();
        return owner.startsWith("java.")
                && !FIXED.contains(owner)
                && !(origin + " -> " + name).equals(ZONE_OPTION)
                && (OTHERS.contains(name) || hasOverloadWithASetting(owner, target));
    }

    private static boolean hasOverloadWithASetting(String owner, CodeUnitAccessTarget target) {
        List<String> called =
                target.getRawParameterTypes().stream().map(JavaClass::getFullName).toList();
        return overloads(owner, target.getName())
                .flatMap(overload -> withoutASetting(overload).stream())
                .anyMatch(other -> other.equals(called) || beginsWith(other, called));
    }

    /** Such as a writer of a stream, whose character set follows another parameter. */
    private static boolean beginsWith(List<String> parameters, List<String> called) {
        return !called.isEmpty()
                && called.size() < parameters.size()
                && parameters.subList(0, called.size()).equals(called);
    }

    private static Stream<? extends Executable> overloads(String owner, String name) {
        try {
            Class<?> type = Class.forName(owner);
            return name.equals("<init>")
                    ? Arrays.stream(type.getConstructors())
                    : Arrays.stream(type.getMethods())
                            .filter(method -> method.getName().equals(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters of a method without one that is a setting, once for each of those. */
    private static List<List<String>> withoutASetting(Executable method) {
        List<List<String>> shorter = new ArrayList<>();
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            if (SETTINGS.contains(parameters[i])) {
                List<String> names =
                        new ArrayList<>(Arrays.stream(parameters).map(Class::getName).toList());
                names.remove(i);
                shorter.add(names);
            }
        }
        return shorter;
    }

    @Test
    void findsEachUseOfADefault() {
        JavaClasses uses = new ClassFileImporter().importClasses(Uses.class);

        List<String> found =
                noClassUsesADefaultOfTheComputer.evaluate(uses).getFailureReport().getDetails();

        long expected =
                Arrays.stream(Uses.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .count();
        assertThat(expected).isGreaterThan(25);
        assertThat(found).as(String.join("\n", found)).hasSize((int) expected);
    }

    @Test
    void acceptsTheOverloadsWithASetting() {
        JavaClasses uses = new ClassFileImporter().importClasses(Settings.class);

        assertThat(noClassUsesADefaultOfTheComputer.evaluate(uses).hasViolation()).isFalse();
    }

    /** Each field is one use of a default. */
    @SuppressWarnings("unused")
    private static final class Uses {

        private static final byte[] BYTES = {65};

        private final String format = String.format("%d", 1);
        private final String formatted = "%d".formatted(1);
        private final String lower = "I".toLowerCase();
        private final String upper = "i".toUpperCase();
        private final UnaryOperator<String> reference = String::toLowerCase;
        private final byte[] bytes = "ñ".getBytes();
        private final String text = new String(BYTES);
        private final String part = new String(BYTES, 0, 1);
        private final Object reader = new InputStreamReader(new ByteArrayInputStream(BYTES));
        private final Object scanner = new Scanner(new ByteArrayInputStream(BYTES));
        private final String output = new ByteArrayOutputStream().toString();
        private final PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true);
        private final PrintWriter onStream = new PrintWriter(new ByteArrayOutputStream());
        private final Object printed = new PrintWriter(new StringWriter()).printf("%d", 1);
        private final Object formatter = new Formatter();
        private final Object pattern = DateTimeFormatter.ofPattern("d MMM");
        private final Object built = new DateTimeFormatterBuilder().toFormatter();
        private final Object style = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
        private final Object decimal = new DecimalFormat("0.0");
        private final Object number = NumberFormat.getInstance();
        private final Object calendar = Calendar.getInstance();
        private final Object today = LocalDate.now();
        private final Object zone = ZoneId.systemDefault();
        private final Object timeZone = TimeZone.getDefault();
        private final Object charset = Charset.defaultCharset();
        private final Object locale = Locale.getDefault();
        private final Object timestamp = java.sql.Timestamp.valueOf("2026-01-05 08:00:00");
    }

    @SuppressWarnings("unused")
    private static final class Settings {

        private final String format = String.format(Locale.ROOT, "%d", 1);
        private final String upper = "i".toUpperCase(Locale.ROOT);
        private final UnaryOperator<String> reference = text -> text.toLowerCase(Locale.ROOT);
        private final byte[] bytes = "ñ".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        private final Object pattern = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
        private final Object today = LocalDate.now(java.time.ZoneOffset.UTC);
        private final Object number = NumberFormat.getInstance(Locale.ROOT);
        private final Object fixed = Integer.toString(1) + 1.5 + java.time.Instant.EPOCH;
    }
}
