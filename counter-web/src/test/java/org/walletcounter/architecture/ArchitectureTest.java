package org.walletcounter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as it stands obeys every rule. The table of modules is here and nowhere else. */
class ArchitectureTest {

    static final Map<String, Set<String>> MODULES = Map.of(
            "kernel", Set.of(),
            "ledger", Set.of("kernel"),
            "merchants", Set.of("kernel"),
            "members", Set.of("kernel", "merchants", "ledger"),
            "orders", Set.of("kernel", "merchants", "ledger", "members"),
            "transactions", Set.of("kernel", "merchants", "ledger", "members", "orders"),
            "imports", Set.of("kernel", "merchants", "ledger", "members", "orders", "transactions"),
            "notices", Set.of("kernel", "merchants", "ledger", "members", "orders", "transactions"),
            "reporting", Set.of("kernel", "merchants", "ledger", "members", "orders", "transactions"),
            "audit", Set.of("kernel", "merchants", "ledger", "members", "orders", "transactions"));

    /** Fewer classes than this mean that the import has gone wrong and the rules look at nothing. */
    private static final int FEWEST_CLASSES = 150;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.walletcounter");

    @Test
    void theRulesLookAtTheWholeHouse() {
        assertThat(HOUSE.size()).isGreaterThan(FEWEST_CLASSES);
        assertThat(MODULES.keySet())
                .allSatisfy(module -> assertThat(HOUSE.stream()
                                .filter(type -> type.getPackageName().equals("org.walletcounter." + module)))
                        .as("classes in the face of " + module)
                        .isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> theCounterObeysEveryRule() {
        return new ArchitectureRules("org.walletcounter", MODULES)
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }
}
