package dev.interlock.app.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;

/** The modules by their packages, and all classes that ship. */
enum House {
    CORE(
            "dev.interlock.record..",
            "dev.interlock.normalise..",
            "dev.interlock.mapping..",
            "dev.interlock.match..",
            "dev.interlock.plan..",
            "dev.interlock.register..",
            "dev.interlock.stage..",
            "dev.interlock.deliver.."),
    STORE("dev.interlock.store.."),
    HUBSPOT("dev.interlock.hubspot.."),
    ROUTES("dev.interlock.routes.."),
    SANDBOX("dev.interlock.sandbox.."),
    APP("dev.interlock.app..");

    private final String[] packages;

    House(String... packages) {
        this.packages = packages;
    }

    String[] packages() {
        return packages.clone();
    }

    static String[] packagesOf(House... modules) {
        return Arrays.stream(modules)
                .flatMap(module -> Arrays.stream(module.packages))
                .toArray(String[]::new);
    }

    /** Every class of the product, without tests. */
    static JavaClasses shipped() {
        return Shipped.CLASSES;
    }

    /** Read once, because reading takes seconds. */
    private static final class Shipped {
        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.interlock");
    }
}
