package org.walletcounter.web.console;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Has what fails in a step of a page told by {@link FaultHandler}; named in faces-config.xml. */
public class FaultHandlerFactory extends ExceptionHandlerFactory {

    /** Called by Faces. */
    public FaultHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FaultHandler(getWrapped().getExceptionHandler());
    }
}
