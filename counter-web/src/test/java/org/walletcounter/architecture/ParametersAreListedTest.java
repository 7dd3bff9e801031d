package org.walletcounter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.ModuleParameters;
import org.walletcounter.kernel.Parameter;

/** Whoever declares a parameter also lists it in the module's {@link ModuleParameters} and names it in both languages. */
class ParametersAreListedTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.walletcounter");

    @Test
    void every_parameter_is_listed_by_its_module() {
        List<Parameter> listed = CLASSES.stream()
                .filter(type -> type.isAssignableTo(ModuleParameters.class) && !type.isInterface())
                .flatMap(type -> listedBy(type).stream())
                .toList();
        assertThat(listed)
                .as("parameters of the beans that implement ModuleParameters: list each constant in its module's bean")
                .containsExactlyInAnyOrderElementsOf(declared());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void every_parameter_has_a_name_and_an_explanation(String language) {
        ResourceBundle names =
                ResourceBundle.getBundle("org.walletcounter.web.console.names", Locale.forLanguageTag(language));
        assertThat(declared())
                .hasSizeGreaterThan(5)
                .allSatisfy(parameter -> assertThat(names.keySet())
                        .as("names.properties and names_zh.properties")
                        .contains(
                                "parameter." + parameter.code(),
                                "parameter-about." + parameter.code(),
                                "parameter-unit." + (parameter.unit().equals("minor") ? "count" : parameter.unit())));
    }

    private static List<Parameter> declared() {
        return CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Parameter.class)
                        && field.getModifiers().contains(JavaModifier.STATIC))
                .map(ParametersAreListedTest::value)
                .toList();
    }

    private static Parameter value(JavaField field) {
        try {
            Field constant = field.reflect();
            constant.setAccessible(true);
            return (Parameter) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Parameter> listedBy(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((ModuleParameters) constructor.newInstance()).parameters();
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(type.getName() + " needs a constructor without arguments.", unexpected);
        }
    }
}
