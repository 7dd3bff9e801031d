package org.walletcounter.kernel;

import java.util.List;

/** The door to everything that a merchant can set, whichever module declares it. Thread-safe. */
public interface ParameterCatalogue {

    /** All parameters, by code. */
    List<Parameter> all();

    /**
     * The parameter of a code.
     *
     * @throws CounterException {@link KernelError#NO_SUCH_RESOURCE}
     */
    Parameter parameter(String code);
}
