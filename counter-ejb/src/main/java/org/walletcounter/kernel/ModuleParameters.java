package org.walletcounter.kernel;

import java.util.List;

/** What one module lets a merchant set. Each module that declares parameters has one bean of it. */
public interface ModuleParameters {

    /** The module's parameters, in the order in which people look at them. */
    List<Parameter> parameters();
}
