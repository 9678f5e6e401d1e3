package dev.interlock.app.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.interlock.app.house.House.APP;
import static dev.interlock.app.house.House.CORE;
import static dev.interlock.app.house.House.HUBSPOT;
import static dev.interlock.app.house.House.ROUTES;
import static dev.interlock.app.house.House.SANDBOX;
import static dev.interlock.app.house.House.STORE;

import org.junit.jupiter.api.Test;

/** Which module may lean on which. */
final class ArrowsTest {

    @Test
    void every_class_that_ships_belongs_to_a_module() {
        classes().should().resideInAnyPackage(House.packagesOf(House.values())).check(House.shipped());
    }

    @Test
    void the_core_leans_on_nothing_of_the_house() {
        leansOnlyOn(CORE);
    }

    @Test
    void the_core_knows_no_camel_no_micronaut_no_database_and_no_http() {
        classes()
                .that()
                .resideInAnyPackage(CORE.packages())
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.apache.camel..")
                        .and(resideOutsideOfPackage("io.micronaut.."))
                        .and(resideOutsideOfPackage("java.sql.."))
                        .and(resideOutsideOfPackage("javax.sql.."))
                        .and(resideOutsideOfPackage("java.net.http..")))
                .check(House.shipped());
    }

    @Test
    void the_store_leans_on_the_core() {
        leansOnlyOn(STORE, CORE);
    }

    @Test
    void the_hubspot_component_knows_nothing_of_this_product() {
        leansOnlyOn(HUBSPOT);
    }

    @Test
    void the_sandbox_knows_nothing_of_this_product() {
        leansOnlyOn(SANDBOX);
    }

    @Test
    void the_routes_lean_on_the_core_and_on_the_hubspot_component() {
        leansOnlyOn(ROUTES, CORE, HUBSPOT);
    }

    @Test
    void the_app_puts_store_routes_and_sandbox_together_and_leaves_the_hubspot_component_to_the_routes() {
        leansOnlyOn(APP, CORE, STORE, ROUTES, SANDBOX);
    }

    private static void leansOnlyOn(House module, House... others) {
        classes()
                .that()
                .resideInAnyPackage(module.packages())
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.interlock..")
                        .or(resideInAnyPackage(module.packages()))
                        .or(resideInAnyPackage(House.packagesOf(others))))
                .check(House.shipped());
    }
}
