package dev.interlock.app.house;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** Which tools stay in which room. */
final class ToolsTest {

    private static final String WORKSHOP = "dev.interlock.app.Workshop";

    @Test
    void an_exchange_is_seen_in_routes_in_the_hubspot_component_and_by_the_schedule() {
        noClasses()
                .that()
                .resideOutsideOfPackages(House.packagesOf(House.ROUTES, House.HUBSPOT))
                .and(DescribedPredicate.not(ofTheWorkshop()))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.camel.Exchange")
                .check(House.shipped());
    }

    @Test
    void nobody_waits_by_sleeping_but_the_workshop() {
        noClasses()
                .that(DescribedPredicate.not(ofTheWorkshop()))
                .should()
                .callMethodWhere(JavaCall.Predicates.target(owner(JavaClass.Predicates.equivalentTo(Thread.class)))
                        .and(JavaCall.Predicates.target(name("sleep"))))
                .check(House.shipped());
    }

    @Test
    void only_the_store_speaks_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(House.STORE.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(House.shipped());
    }

    @Test
    void nobody_logs_through_the_jdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(House.shipped());
    }

    private static DescribedPredicate<JavaClass> ofTheWorkshop() {
        return DescribedPredicate.describe(
                "of the workshop",
                seen -> seen.getName().equals(WORKSHOP) || seen.getName().startsWith(WORKSHOP + "$"));
    }
}
