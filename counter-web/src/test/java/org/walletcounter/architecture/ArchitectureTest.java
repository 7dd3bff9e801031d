package org.walletcounter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as it stands obeys every rule. The table of modules is here and nowhere else. */
class ArchitectureTest {

    private static final Set<String> BELOW_SALES = Set.of("kernel", "merchants", "ledger", "members", "promotions");
    private static final Set<String> BELOW_VIEWS =
            Set.of("kernel", "merchants", "ledger", "members", "promotions", "vouchers", "orders", "transactions");

    static final Map<String, Set<String>> MODULES = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("ledger", Set.of("kernel")),
            Map.entry("merchants", Set.of("kernel")),
            Map.entry("members", Set.of("kernel", "merchants", "ledger")),
            Map.entry("loyalty", Set.of("kernel", "merchants", "ledger", "members")),
            Map.entry("promotions", Set.of("kernel", "merchants", "ledger")),
            Map.entry("vouchers", BELOW_SALES),
            Map.entry("orders", union(BELOW_SALES, "vouchers")),
            Map.entry("transactions", union(union(union(BELOW_SALES, "vouchers"), "loyalty"), "orders")),
            Map.entry("imports", BELOW_VIEWS),
            Map.entry("notices", BELOW_VIEWS),
            Map.entry("reporting", BELOW_VIEWS),
            Map.entry("audit", BELOW_VIEWS));

    /** Fewer classes than this mean that the import has gone wrong and the rules look at nothing. */
    private static final int FEWEST_CLASSES = 150;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.walletcounter");

    private static Set<String> union(Set<String> modules, String one) {
        return Stream.concat(modules.stream(), Stream.of(one)).collect(Collectors.toUnmodifiableSet());
    }

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
