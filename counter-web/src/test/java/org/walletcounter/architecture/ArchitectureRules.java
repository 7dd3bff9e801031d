package org.walletcounter.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The architecture of the counter, one rule per entry, for any root package. */
final class ArchitectureRules {

    private final String root;
    private final Map<String, Set<String>> allowed;

    ArchitectureRules(String root, Map<String, Set<String>> allowed) {
        this.root = root;
        this.allowed = allowed;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        DescribedPredicate<JavaClass> domain =
                resideInAPackage(root + "..").and(not(resideInAnyPackage(root + ".web..", root + ".architecture..")));
        DescribedPredicate<JavaClass> web = resideInAPackage(root + ".web..");

        rules.put(
                "01 modules form no cycle",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put(
                "02 a module's sub-packages are its own",
                classes().that(resideInAPackage(root + "..")).should(stayOutOfOtherModulesSubPackages()));
        rules.put("03 only tabled module dependencies", classes().that(domain).should(dependOnlyOnAllowedModules()));
        rules.put(
                "04 the kernel's face stands on the JDK alone",
                classes()
                        .that()
                        .resideInAPackage(root + ".kernel")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", "jakarta.ejb", root + ".kernel"));
        rules.put(
                "05 delivery technology lives in web",
                noClasses()
                        .that(domain)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..", "org.primefaces.."));
        rules.put(
                "06 Jasper lives in reporting.internal",
                noClasses()
                        .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".reporting.internal.."))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("net.sf.jasperreports.."));
        rules.put(
                "07 web knows no persistence and opens no transaction",
                noClasses()
                        .that(web)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.persistence..", "org.hibernate..", "jakarta.transaction..", "java.sql.."));
        rules.put(
                "08 entities are package-private",
                classes()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .or()
                        .areAnnotatedWith("jakarta.persistence.Embeddable")
                        .should()
                        .notBePublic());
        rules.put(
                "09 a module's face is interfaces, records, enums and exceptions",
                classes()
                        .that(domain.and(describe("sit in a module's root package", this::inModuleRoot)))
                        .and()
                        .arePublic()
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .haveNameNotMatching(".*_\\$(logger|bundle).*")
                        .should(beAnInterfaceRecordEnumOrException()));
        rules.put(
                "10 no persistence type in a public signature, but where Hibernate calls us",
                methods()
                        .that()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat(domain.and(
                                        describe("public", c -> c.getModifiers().contains(JavaModifier.PUBLIC)))
                                .and(not(resideInAPackage(root + ".kernel.internal")
                                        .and(assignableTo("org.hibernate.query.hql.HqlTranslator")
                                                .or(assignableTo("org.hibernate.integrator.spi.Integrator"))))))
                        .should(notMention("jakarta.persistence.", "org.hibernate.")));
        rules.put(
                "11 session and message beans hide in internal",
                classes()
                        .that()
                        .areAnnotatedWith("jakarta.ejb.Singleton")
                        .or()
                        .areAnnotatedWith("jakarta.ejb.Stateless")
                        .or()
                        .areAnnotatedWith("jakarta.ejb.MessageDriven")
                        .should()
                        .resideInAPackage(root + ".*.internal.."));
        rules.put(
                "12 constructor injection, except in web and in session beans",
                noFields()
                        .that()
                        .areDeclaredInClassesThat(domain.and(not(describe(
                                "session or message-driven beans",
                                c -> c.isAnnotatedWith("jakarta.ejb.Singleton")
                                        || c.isAnnotatedWith("jakarta.ejb.Stateless")
                                        || c.isAnnotatedWith("jakarta.ejb.MessageDriven")))))
                        .should()
                        .beAnnotatedWith("jakarta.inject.Inject"));
        rules.put(
                "13 events are public records in a module's face",
                classes()
                        .that()
                        .implement(
                                describe("DomainEvent", c -> c.getSimpleName().equals("DomainEvent")))
                        .should()
                        .beRecords()
                        .andShould()
                        .bePublic());
        rules.put(
                "14 after-commit observers open their own transaction",
                methods()
                        .that(describe("observe AFTER_SUCCESS", ArchitectureRules::observesAfterSuccess))
                        .should(requireNewTransaction())
                        .allowEmptyShould(
                                true)); // there may be no such observer; that the rule can fail is proved anyway
        rules.put(
                "15 no floating point in the domain",
                fields().that()
                        .areDeclaredInClassesThat(domain)
                        .should()
                        .notHaveRawType(describe(
                                "floating point",
                                c -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                                        .contains(c.getName()))));
        rules.put(
                "16 time comes from a Clock",
                noClasses()
                        .that(resideInAPackage(root + ".."))
                        .should()
                        .callMethodWhere(describe("now() without a Clock", ArchitectureRules::readsSystemClock)));
        rules.put(
                "17 no java.util.Date, JUL or standard streams",
                noClasses()
                        .that(resideInAPackage(root + ".."))
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.Date")
                        .orShould(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                        .orShould(GeneralCodingRules.USE_JAVA_UTIL_LOGGING));
        rules.put(
                "18 our exceptions carry an error code",
                classes()
                        .that(resideInAPackage(root + ".."))
                        .and()
                        .areAssignableTo(Throwable.class)
                        .should()
                        .beAssignableTo(describe(
                                "CounterException", c -> c.getSimpleName().equals("CounterException"))));
        rules.put(
                "19 no vague names",
                noClasses()
                        .that(resideInAPackage(root + ".."))
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|VO)$"));
        rules.put(
                "20 every package is null-marked",
                classes()
                        .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".architecture.."))))
                        .should(sitInANullMarkedPackage()));
        rules.put(
                "21 session beans say who may call them",
                classes()
                        .that()
                        .areAnnotatedWith("jakarta.ejb.Singleton")
                        .or()
                        .areAnnotatedWith("jakarta.ejb.Stateless")
                        .should(sayWhoMayCallThem()));
        rules.put(
                "22 every module is in the table",
                classes()
                        .that(domain.and(
                                describe("belong to a module", c -> !module(c).isEmpty())))
                        .should(beTabled()));
        rules.put(
                "23 an Instance is asked once",
                noMethods()
                        .that(describe(
                                "run more than once",
                                method -> !method.isAnnotatedWith("jakarta.annotation.PostConstruct")))
                        .should(askAnInstance()));
        return rules;
    }

    private String module(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String rest = name.substring(root.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private boolean inModuleRoot(JavaClass type) {
        return type.getPackageName().equals(root + "." + module(type));
    }

    private ArchCondition<JavaClass> stayOutOfOtherModulesSubPackages() {
        return forEachDependency("stay out of other modules' sub-packages", dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            return module(target).isEmpty()
                    || module(target).equals(module(dependency.getOriginClass()))
                    || inModuleRoot(target);
        });
    }

    private ArchCondition<JavaClass> dependOnlyOnAllowedModules() {
        return forEachDependency("depend only on the modules tabled for them", dependency -> {
            String from = module(dependency.getOriginClass());
            String to = module(dependency.getTargetClass().getBaseComponentType());
            return to.isEmpty()
                    || to.equals(from)
                    || allowed.getOrDefault(from, Set.of()).contains(to);
        });
    }

    private static ArchCondition<JavaClass> forEachDependency(String description, Predicate<Dependency> fine) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(fine.negate())
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beAnInterfaceRecordEnumOrException() {
        return new ArchCondition<>("be an interface, record, enum or exception") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean fine =
                        type.isInterface() || type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class);
                events.add(new SimpleConditionEvent(type, fine, type.getName() + " is a public class"));
            }
        };
    }

    private static ArchCondition<JavaMethod> notMention(String... prefixes) {
        return new ArchCondition<>("not mention " + String.join(", ", prefixes)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()))
                        .filter(type -> Stream.of(prefixes).anyMatch(type.getName()::startsWith))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }

    private static boolean observesAfterSuccess(JavaMethod method) {
        return method.getParameters().stream().anyMatch(ArchitectureRules::isAfterSuccess);
    }

    private static boolean isAfterSuccess(JavaParameter parameter) {
        return parameter
                .tryGetAnnotationOfType(Observes.class)
                .map(o -> o.during() == TransactionPhase.AFTER_SUCCESS)
                .orElse(false);
    }

    /** What it gives lives as long as whoever asked: who asks again and again keeps all of it until the server stops. */
    private static ArchCondition<JavaMethod> askAnInstance() {
        return new ArchCondition<>("ask an Instance for beans") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getMethodCallsFromSelf()
                        .forEach(call -> events.add(new SimpleConditionEvent(
                                method,
                                call.getTargetOwner().getName().equals("jakarta.enterprise.inject.Instance"),
                                call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> requireNewTransaction() {
        return new ArchCondition<>("be @Transactional(REQUIRES_NEW)") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean fine = method.tryGetAnnotationOfType(Transactional.class)
                        .map(t -> t.value() == Transactional.TxType.REQUIRES_NEW)
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        method, fine, method.getFullName() + " would run in the finished transaction"));
            }
        };
    }

    private static boolean readsSystemClock(JavaMethodCall call) {
        boolean javaTimeNow = call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(p -> p.isEquivalentTo(java.time.Clock.class));
        boolean systemClock = call.getTargetOwner().isEquivalentTo(System.class)
                && call.getName().equals("currentTimeMillis");
        return javaTimeNow || systemClock;
    }

    private static ArchCondition<JavaClass> sayWhoMayCallThem() {
        return new ArchCondition<>("carry @RolesAllowed or @PermitAll") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                boolean whole = namesCallers(bean);
                bean.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !whole && !namesCallers(method))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " does not say who may call it")));
            }
        };
    }

    private static boolean namesCallers(CanBeAnnotated type) {
        return type.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                || type.isAnnotatedWith("jakarta.annotation.security.PermitAll")
                || type.isAnnotatedWith("jakarta.annotation.security.DenyAll");
    }

    private ArchCondition<JavaClass> beTabled() {
        return new ArchCondition<>("belong to a module of the table") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, allowed.containsKey(module(type)), module(type) + " is not in the table of modules"));
            }
        };
    }

    private static ArchCondition<JavaClass> sitInANullMarkedPackage() {
        return new ArchCondition<>("sit in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean fine = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(type, fine, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
