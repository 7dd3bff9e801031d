package org.walletcounter.web.api.transactions;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same for a member's phone, whose sign-in reaches what is under {@code /me} and nothing else. */
@Path("/me/lotteries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MyLotteriesResource extends LotteriesResource {}
