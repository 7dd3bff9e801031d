package org.walletcounter.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API. Breaking changes get a new version beside this one. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Wallet Counter",
                        version = "1",
                        description =
                                "Payments, members, products, reports. Money is counted in the smallest unit of its"
                                        + " currency. Every changing POST takes an Idempotency-Key; errors are"
                                        + " application/problem+json (RFC 9457) with a stable code."),
        security = @SecurityRequirement(name = "key"))
@SecurityScheme(securitySchemeName = "key", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class ApiApplication extends Application {}
