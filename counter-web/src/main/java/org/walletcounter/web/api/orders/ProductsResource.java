package org.walletcounter.web.api.orders;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.OrderError;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.api.Items;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** What is sold. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductsResource {

    private static final String EXAMPLE = "{\"sku\":\"85123A\",\"nameEn\":\"White hanging heart T-light holder\","
            + "\"nameZh\":\"白色心形吊挂烛台\",\"category\":\"Candles\",\"brand\":\"Hearth\",\"tags\":[\"gift\",\"spring\"],\"taxCode\":\"\",\"barcode\":\"5012345678900\","
            + "\"price\":{\"amount\":295,\"currency\":\"GBP\"},\"unitCost\":120,\"active\":true,\"version\":0}";

    @Inject
    Catalogue catalogue;

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    /** Products by text. */
    @GET
    @Tag(name = "till")
    @Operation(
            summary = "Search products",
            description =
                    "By a part of the SKU, barcode, name, category, brand or a tag; brand and tag narrow it to whole ones."
                            + " Cashiers see what is sold now.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"items\":[" + EXAMPLE + "],\"after\":null}")))
    public Items<ProductView> find(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("brand") @DefaultValue("") String brand,
            @QueryParam("tag") @DefaultValue("") String tag,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return Items.of(catalogue.find(caller.actor(), new ProductSearch(text, brand, tag), after, limit));
    }

    /** The product a scanner has read. */
    @GET
    @Path("/by-code/{code}")
    @Tag(name = "till")
    @Operation(summary = "The product with this SKU or barcode")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "product", value = EXAMPLE)))
    public ProductView byCode(@PathParam("code") String code) {
        return catalogue
                .byCode(caller.actor(), code)
                .orElseThrow(() -> new CounterException(OrderError.NO_SUCH_PRODUCT, code));
    }

    /** A product. */
    @GET
    @Path("/{id: [0-9a-fA-F-]{36}}")
    @Tag(name = "back-office")
    @Operation(summary = "A product")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "product", value = EXAMPLE)))
    public ProductView product(@PathParam("id") UUID id) {
        return catalogue.product(caller.actor(), id);
    }

    /** The categories. */
    @GET
    @Path("/categories")
    @Tag(name = "till")
    @Operation(summary = "The categories, by name")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "categories",
                                            value = "{\"items\":[\"Candles\"],\"after\":null}")))
    public Items<String> categories() {
        return Items.of(catalogue.categories(caller.actor()));
    }

    /** The brands. */
    @GET
    @Path("/brands")
    @Tag(name = "back-office")
    @Operation(summary = "The brands, by name")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "brands", value = "{\"items\":[\"Hearth\"],\"after\":null}")))
    public Items<String> brands() {
        return Items.of(catalogue.brands(caller.actor()));
    }

    /** The tags. */
    @GET
    @Path("/tags")
    @Tag(name = "back-office")
    @Operation(summary = "The tags, by name")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(examples = @ExampleObject(name = "tags", value = "{\"items\":[\"gift\"],\"after\":null}")))
    public Items<String> tags() {
        return Items.of(catalogue.tags(caller.actor()));
    }

    /** Makes a product. */
    @POST
    @Tag(name = "back-office")
    @Operation(
            summary = "Make a product",
            description =
                    "Managers and administrators. brand and tags (20 at the most, without commas) are what promotions can go by. taxCode names one of the tax rates; without it the standard one is on the product. unitCost is what one piece costs you, in minor units of the price's currency; it may be left out, and cashiers never see it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "product", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(examples = @ExampleObject(name = "product", value = EXAMPLE)))
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String header, String body) {
        Actor actor = caller.actor();
        CommandKey key = commands.key(actor, header, "POST /products " + body);
        ProductView product = product(actor, Ids.next(clock), JsonBody.of(body));
        return commands.run(key, 201, Language.of(headers), () -> catalogue.save(actor, product));
    }

    /** Changes a product. */
    @PUT
    @Path("/{id: [0-9a-fA-F-]{36}}")
    @Tag(name = "back-office")
    @Operation(
            summary = "Change a product",
            description =
                    "Managers and administrators. Send the version you have seen; an older one than the present is"
                            + " refused with kernel.CHANGED_MEANWHILE.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "product", value = EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "product", value = EXAMPLE)))
    public ProductView change(@PathParam("id") UUID id, String body) {
        Actor actor = caller.actor();
        catalogue.product(actor, id);
        return catalogue.save(actor, product(actor, id, JsonBody.of(body)));
    }

    private static ProductView product(Actor actor, UUID id, JsonBody body) {
        String nameZh = body.optionalText("nameZh");
        String nameEn = body.optionalText("nameEn");
        String brand = body.optionalText("brand");
        String taxCode = body.optionalText("taxCode");
        int version = body.has("version") ? body.count("version") : 0;
        return new ProductView(
                id,
                actor.merchantId(),
                body.text("sku"),
                nameEn == null ? "" : nameEn,
                nameZh == null ? "" : nameZh,
                body.text("category"),
                brand == null ? "" : brand,
                body.texts("tags"),
                taxCode == null ? "" : taxCode,
                body.optionalText("barcode"),
                body.money("price"),
                body.optionalNumber("unitCost"),
                body.truth("active", true),
                version);
    }
}
