package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.TaxRates;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;

/** The catalogue: finds products, takes new ones in, changes them and takes them off sale. */
@Named("productsView")
@ViewScoped
@AnswersRefusals
public class ProductsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 25;

    @Inject
    private Catalogue catalogue;

    @Inject
    private TaxRates taxes;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private String text = "";
    private String brand = "";
    private String tag = "";
    private Trail trail = Trail.START;
    private transient @Nullable Page<ProductView> page;
    private transient List<String> categories = List.of();
    private transient List<String> brands = List.of();
    private transient List<String> tags = List.of();
    private ProductForm form = new ProductForm();

    /** Finds the products that the address asks for. */
    public void load() {
        page = catalogue.find(console.getActor(), new ProductSearch(text, brand, tag), trail.cursor(), LIMIT);
        trail = trail.leadingTo(page.after());
        categories = catalogue.categories(console.getActor());
        brands = catalogue.brands(console.getActor());
        tags = catalogue.tags(console.getActor());
    }

    /** Opens the form for a new product. */
    public void begin() {
        form = new ProductForm();
    }

    /** Opens the form for a product that is there. */
    public void edit(UUID id) {
        form = ProductForm.of(catalogue.product(console.getActor(), id));
    }

    /** Keeps what the form holds. */
    public @Nullable String save() {
        ProductView product = form.product(console.getActor().merchantId(), () -> Ids.next(clock));
        catalogue.save(console.getActor(), product);
        messages.done("product.saved", product.sku());
        return "/console/products.xhtml?faces-redirect=true&includeViewParams=true";
    }

    public List<ProductView> getFound() {
        return page == null ? List.of() : page.items();
    }

    public List<String> getCategories() {
        return categories;
    }

    public List<String> getBrands() {
        return brands;
    }

    public List<String> getTags() {
        return tags;
    }

    /** The codes of the tax rates that the house has. */
    public List<String> getTaxCodes() {
        return taxes.codes(console.getActor());
    }

    public ProductForm getForm() {
        return form;
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("text", text).and("brand", brand).and("tag", tag).text();
    }

    public Trail getPath() {
        return trail;
    }

    public String getTrail() {
        return trail.text();
    }

    public void setTrail(@Nullable String walked) {
        trail = Trail.of(walked);
    }

    /** Whether the list is narrowed at all. */
    public boolean isNarrowed() {
        return !(text + brand + tag).isEmpty();
    }

    public String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = requireNonNullElse(brand, "");
    }

    public String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = requireNonNullElse(tag, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = requireNonNullElse(text, "");
    }
}
