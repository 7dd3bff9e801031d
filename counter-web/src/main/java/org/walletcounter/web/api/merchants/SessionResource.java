package org.walletcounter.web.api.merchants;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;
import org.walletcounter.web.api.ForEverybody;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.security.Caller;
import org.walletcounter.web.security.StaffSignIn;

/** The session of staff at a till or in a script: who is signed in, and where they may work. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "till")
public class SessionResource {

    @Inject
    StaffSignIn signIn;

    @Inject
    Merchants merchants;

    @Inject
    Caller caller;

    @Context
    HttpServletRequest request;

    /** Signs in with user name and password. */
    @POST
    @ForEverybody
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in as staff")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "sign-in",
                                            value = "{\"username\":\"ann\",\"password\":\"ten green bottles\"}")))
    public SessionView open(String body) {
        JsonBody credentials = JsonBody.of(body);
        StaffView staff = signIn.signIn(request, credentials.text("username"), credentials.text("password"));
        return view(caller.actor(), staff.language());
    }

    /** Who is signed in. */
    @GET
    @Operation(summary = "Who is signed in, and the stores and tills they may use")
    public SessionView current() {
        Optional<StaffView> staff = signIn.staff(request);
        return view(caller.actor(), staff.map(StaffView::language).orElse("en"));
    }

    /** Signs out; whose session has ended is out already. */
    @DELETE
    @ForEverybody
    @Operation(summary = "Sign out")
    public void close() {
        signIn.signOut(request);
    }

    private SessionView view(Actor actor, String language) {
        Map<UUID, List<TillView>> tills = merchants.tillsByStore(actor);
        List<StorePlace> stores = merchants.stores(actor).stream()
                .map(store -> place(store, tills.getOrDefault(store.id(), List.of())))
                .toList();
        Person person = new Person(actor.id(), actor.name(), actor.role(), language, actor.storeId());
        return new SessionView(person, merchants.merchant(actor.merchantId()), stores);
    }

    private static StorePlace place(StoreView store, List<TillView> tills) {
        List<TillView> open = tills.stream().filter(TillView::open).toList();
        return new StorePlace(store.id(), store.code(), store.nameEn(), store.nameZh(), open);
    }

    /** Who acts. */
    public record Person(
            String id,
            String name,
            String role,
            String language,
            @Nullable UUID storeId) {}

    /** A store with its tills. */
    public record StorePlace(UUID id, String code, String nameEn, String nameZh, List<TillView> tills) {}

    /** A session. */
    public record SessionView(Person actor, MerchantView merchant, List<StorePlace> stores) {}
}
