package dev.interlock.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the core may know and do: the rooms of the journey in their order, and nothing of the world outside. */
@AnalyzeClasses(packages = "dev.interlock", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    /** Each room may use those before it. */
    private static final List<String> ROOMS =
            List.of("record", "normalise", "mapping", "match", "plan", "register", "stage", "deliver");

    private static final Pattern VAGUE = Pattern.compile(".*(Manager|Helper|Utils?|Impl)$");

    @ArchTest
    static final ArchRule a_room_uses_only_the_rooms_before_it = classes()
            .should(new ArchCondition<JavaClass>("use only the rooms before their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(use -> place(use.getTargetClass()) > place(type))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                }
            });

    private static int place(JavaClass type) {
        String[] path = type.getPackageName().split("\\.", -1);
        boolean ours = type.getPackageName().startsWith("dev.interlock.") && path.length > 2;
        return ours ? ROOMS.indexOf(path[2]) : -1;
    }

    @ArchTest
    static final ArchRule every_class_of_the_core_lives_in_a_room =
            classes().should().resideInAnyPackage(rooms());

    private static String[] rooms() {
        return ROOMS.stream().map(room -> "dev.interlock." + room).toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule the_core_reaches_no_database_network_or_file = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "java.net.http..", "java.nio.file..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("open files or sockets") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getName()
                            .matches("java\\.io\\.(File|RandomAccess).*|java\\.net\\.(.*Socket|.*Connection)");
                }
            });

    @ArchTest
    static final ArchRule the_core_knows_no_framework_and_writes_no_log = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "io.micronaut..",
                    "org.slf4j..",
                    "java.util.logging..",
                    "org.apache.logging..",
                    "org.apache.commons.logging..");

    @ArchTest
    static final ArchRule the_core_prints_nothing =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule the_core_is_told_the_time = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule the_core_throws_no_dice = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule a_type_is_named_for_what_it_is = noClasses()
            .should(new ArchCondition<JavaClass>("have a name that says nothing") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean vague = VAGUE.matcher(type.getSimpleName()).matches();
                    events.add(new SimpleConditionEvent(type, vague, type.getName()));
                }
            });

    @ArchTest
    static final ArchRule a_room_with_a_public_type_has_a_door_sign = classes()
            .that()
            .arePublic()
            .should(new ArchCondition<JavaClass>("have a package-info beside them") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean signed = type.getPackage().getClasses().stream()
                            .anyMatch(each -> each.getSimpleName().equals("package-info"));
                    events.add(
                            new SimpleConditionEvent(type, signed, type.getName() + " has no package-info beside it"));
                }
            });

    @ArchTest
    static final ArchRule fields_that_anybody_sees_are_constants = classes()
            .should(new ArchCondition<JavaClass>("have no public variable") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getFields().stream()
                            .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                            .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName())));
                }
            });
}
