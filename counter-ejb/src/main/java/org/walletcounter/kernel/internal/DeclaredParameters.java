package org.walletcounter.kernel.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.ModuleParameters;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCatalogue;

/** The catalogue of what the modules' beans declare. */
@ApplicationScoped
class DeclaredParameters implements ParameterCatalogue {

    private final List<ModuleParameters> modules;

    /** Finds them once: whatever an Instance is asked for lives as long as whoever asked. */
    @Inject
    DeclaredParameters(@Any Instance<ModuleParameters> modules) {
        this.modules = modules.stream().toList();
    }

    @Override
    public List<Parameter> all() {
        return modules.stream()
                .flatMap(module -> module.parameters().stream())
                .sorted(Comparator.comparing(Parameter::code))
                .toList();
    }

    @Override
    public Parameter parameter(String code) {
        return all().stream()
                .filter(parameter -> parameter.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new CounterException(KernelError.NO_SUCH_RESOURCE));
    }
}
