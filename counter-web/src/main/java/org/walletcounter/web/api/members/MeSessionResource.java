package org.walletcounter.web.api.members;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.web.api.ForEverybody;
import org.walletcounter.web.security.Caller;
import org.walletcounter.web.security.Places;
import org.walletcounter.web.security.RecognisingCallers;

/** How a customer comes in and goes: by a code sent to their phone, kept in a cookie that no script can read. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customer")
public class MeSessionResource {

    private static final String COOKIE_PATH = "/api/v1/me";
    private static final Duration COOKIE_LASTS = Duration.ofDays(30);

    @Inject
    Members members;

    @Inject
    Merchants merchants;

    @Inject
    SignInThrottle throttle;

    @Inject
    Caller caller;

    @Context
    HttpServletRequest request;

    /** Asks for a code. The answer is the same whether or not somebody is known by the phone. */
    @POST
    @ForEverybody
    @Path("/sign-in-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for a sign-in code by SMS")
    @APIResponse(responseCode = "202", description = "Sent, if somebody is known by this phone")
    public Response sendCode(Bodies.@Nullable Calling calling) {
        String address = Places.of(request);
        throttle.pass(address);
        Bodies.Calling asked = Fields.body(calling);
        members.sendSignInCode(merchant(asked.merchant()).id(), Fields.text("phone", asked.phone()), address);
        return Response.accepted().build();
    }

    /** Signs in with the code. */
    @POST
    @ForEverybody
    @Path("/session")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in with the code")
    public Response open(Bodies.@Nullable Entering entering) {
        throttle.pass(Places.of(request));
        Bodies.Entering asked = Fields.body(entering);
        MerchantView merchant = merchant(asked.merchant());
        String token =
                members.signIn(merchant.id(), Fields.text("phone", asked.phone()), Fields.text("code", asked.code()));
        Actor member = members.memberOf(token);
        if (member == null) {
            throw new IllegalStateException("A session that was just made is not there.");
        }
        return Response.ok(view(member, merchant))
                .cookie(cookie(token, COOKIE_LASTS))
                .build();
    }

    /** Who is signed in. */
    @GET
    @Path("/session")
    @Operation(summary = "Who is signed in")
    public Bodies.SignedIn current() {
        Actor member = caller.actor();
        return view(member, merchants.merchant(member.merchantId()));
    }

    /** Signs out; whose session has ended is rid of the cookie. */
    @DELETE
    @ForEverybody
    @Path("/session")
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Response close(@CookieParam(RecognisingCallers.MEMBER_COOKIE) @Nullable String token) {
        if (token != null && caller.known().isPresent()) {
            members.signOut(token);
        }
        return Response.noContent().cookie(cookie("", Duration.ZERO)).build();
    }

    /** The privacy notice. */
    @GET
    @ForEverybody
    @Path("/privacy-notice")
    @Operation(summary = "The privacy notice in force, in a language")
    public Members.PrivacyNotice notice(
            @QueryParam("merchant") @Nullable String merchant, @QueryParam("language") @Nullable String language) {
        return members.privacyNotice(merchant(merchant).id(), language == null ? "en" : language);
    }

    /** A merchant by its code; where there is only one, its code may be left out. */
    private MerchantView merchant(@Nullable String code) {
        List<MerchantView> all = merchants.all();
        if (all.size() == 1 && (code == null || code.isBlank())) {
            return all.get(0);
        }
        return all.stream()
                .filter(merchant ->
                        merchant.code().equalsIgnoreCase(Fields.optional(code).strip()))
                .findFirst()
                .orElseThrow(() -> CounterException.at("merchant", MerchantError.NOT_FOUND));
    }

    private NewCookie cookie(String token, Duration lasts) {
        return new NewCookie.Builder(RecognisingCallers.MEMBER_COOKIE)
                .value(token)
                .path(COOKIE_PATH)
                .maxAge((int) lasts.toSeconds())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static Bodies.SignedIn view(Actor member, MerchantView merchant) {
        return new Bodies.SignedIn(
                member.id(), member.name(), member.role(), merchant.code(), merchant.nameEn(), merchant.nameZh());
    }
}
