package org.walletcounter.web.security;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Makes {@link CounterAuthentication} known to the container for as long as the application runs. */
@WebListener
public class BringingAuthentication implements ServletContextListener {

    @Inject
    CounterAuthentication authentication;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        AuthConfigFactory.getFactory().registerServerAuthModule(authentication, started.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent ended) {
        AuthConfigFactory.getFactory().removeServerAuthModule(ended.getServletContext());
    }
}
