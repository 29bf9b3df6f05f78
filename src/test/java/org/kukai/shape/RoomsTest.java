package org.kukai.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrows between rooms, and which room alone may use which library. */
class RoomsTest {
    private static final Set<String> FORBIDDEN_NAMES =
            Set.of("util", "utils", "common", "helper", "helpers", "misc", "impl", "dto", "service");

    private static JavaClasses kukai = new ClassFileImporter().importPackages(List.of());

    @BeforeAll
    static void readTheClasses() {
        kukai = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(Rooms.ROOT);
    }

    @Test
    void anArrowPointsOnlyToRoomsThatTheTableAllows() {
        for (Rooms room : Rooms.TABLE) {
            List<String> allowed = new ArrayList<>(List.of(Rooms.ROOT, room.packages()));
            room.mayTouch().forEach(other -> allowed.add(Rooms.ROOT + "." + other + ".."));
            noClasses()
                    .that()
                    .resideInAPackage(room.packages())
                    .should()
                    .dependOnClassesThat(resideInAPackage(Rooms.ROOT + "..")
                            .and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                    .allowEmptyShould(true)
                    .because(room.name() + " may touch " + room.mayTouch() + " only")
                    .check(kukai);
        }
    }

    @Test
    void theTableNamesHigherRoomsOnly() {
        Set<String> higher = new TreeSet<>();
        for (Rooms room : Rooms.TABLE) {
            assertThat(higher).as("above %s", room.name()).containsAll(room.mayTouch());
            higher.add(room.name());
        }
    }

    @Test
    void everyPackageBelongsToARoom() {
        Set<String> rooms = new TreeSet<>(
                Rooms.TABLE.stream().map(room -> Rooms.ROOT + "." + room.name()).toList());
        assertThat(kukai.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(name.equals(Rooms.ROOT)
                                || rooms.stream().anyMatch(room -> name.equals(room) || name.startsWith(room + ".")))
                        .as("package %s stands in the table of rooms", name)
                        .isTrue());
    }

    @Test
    void theProgramItselfTouchesOnlyTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage(Rooms.ROOT)
                .should()
                .dependOnClassesThat(resideInAPackage(Rooms.ROOT + "..")
                        .and(resideOutsideOfPackages(Rooms.ROOT, Rooms.ROOT + ".database..")))
                .check(kukai);
    }

    @Test
    void roomsFormNoCycles() {
        slices().matching(Rooms.ROOT + ".(*)..").should().beFreeOfCycles().check(kukai);
    }

    @Test
    void syllablesAreCountedWithTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("org.kukai.syllable..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.kukai.syllable..", "java..", "org.jspecify..")
                .check(kukai);
    }

    @Test
    void requestsAreServedInWebAlone() {
        noneOutside(
                "web",
                "jakarta.ws.rs",
                "org.jboss.resteasy..",
                "io.vertx.core.http..",
                "io.vertx.ext.web..",
                "io.quarkus.vertx.http..");
    }

    @Test
    void templatesAreRenderedInWebAndOnDatasetCardsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.kukai.web..", "org.kukai.dataset..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.qute..")
                .check(kukai);
    }

    @Test
    void modelsAreSpokenToInLlmAlone() {
        noneOutside("llm", "dev.langchain4j..", "io.quarkiverse.langchain4j..");
    }

    @Test
    void theJobLibraryIsUsedInJobAlone() {
        noneOutside("job", "com.github.kagkarlsson..");
    }

    @Test
    void statisticsAreMathsAlone() {
        noneOutside("statistics", "org.hipparchus..");
        classes()
                .that()
                .resideInAPackage("org.kukai.statistics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.kukai.statistics..", "java..", "org.jspecify..", "org.hipparchus..")
                .check(kukai);
    }

    @Test
    void theTimeIsAskedOfTheClockAlone() {
        DescribedPredicate<JavaMethodCall> asksTheSystem = describe("asks the system for the time", call -> {
            String owner = call.getTargetOwner().getFullName();
            boolean withClock = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.getFullName().equals("java.time.Clock"));
            return (owner.startsWith("java.time.") && call.getTarget().getName().equals("now") && !withClock)
                    || (owner.equals("java.time.Clock")
                            && call.getTarget().getName().startsWith("system"))
                    || (owner.equals("java.lang.System")
                            && call.getTarget().getName().equals("currentTimeMillis"));
        });
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kukai.time..")
                .should()
                .callMethodWhere(asksTheSystem)
                .because("tests set the clock; inject java.time.Clock")
                .check(kukai);
    }

    @Test
    void pagesChangeEntitiesThroughTheirVerbsAlone() {
        DescribedPredicate<JavaFieldAccess> entity = describe(
                "belongs to an entity",
                access -> access.getTargetOwner().isAssignableTo(PanacheEntityBase.class)
                        || access.getTargetOwner().isAnnotatedWith("jakarta.persistence.Entity"));
        noClasses()
                .that()
                .resideInAPackage("org.kukai.web..")
                .should()
                .setFieldWhere(entity)
                .check(kukai);
    }

    @Test
    void noPackageIsNamedForNothing() {
        assertThat(kukai.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> Set.of(name.split("\\.")).stream().anyMatch(FORBIDDEN_NAMES::contains)))
                .isEmpty();
    }

    private static void noneOutside(String room, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kukai." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(kukai);
    }
}
