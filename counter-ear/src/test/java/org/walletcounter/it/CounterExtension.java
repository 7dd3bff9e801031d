package org.walletcounter.it;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one counter for all tests of a run and closes the browser windows that a test opened. */
public final class CounterExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace SHARED = Namespace.create(CounterExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        counter(context).takeWhatRunsInside();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningCounter.class || type == Screen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningCounter counter = counter(context);
        if (parameter.getParameter().getType() == RunningCounter.class) {
            return counter;
        }
        SharedBrowser browser = context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent("browser", key -> new SharedBrowser(), SharedBrowser.class);
        return context.getStore(SHARED)
                .getOrComputeIfAbsent("screen", key -> new Screen(browser.newContext(counter), counter), Screen.class);
    }

    private static RunningCounter counter(ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent("counter", key -> RunningCounter.start("it"), RunningCounter.class);
    }
}
