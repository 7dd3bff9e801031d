package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.ProductView;

/** What the form for a product holds while it is filled in. */
public class ProductForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID id;
    private String sku = "";
    private String nameEn = "";
    private String nameZh = "";
    private String category = "";
    private String brand = "";
    private String tags = "";
    private String taxCode = "";
    private @Nullable String barcode;
    private transient @Nullable Money price;
    private transient @Nullable Money unitCost;
    private boolean active = true;
    private int version;

    static ProductForm of(ProductView product) {
        ProductForm form = new ProductForm();
        form.id = product.id();
        form.sku = product.sku();
        form.nameEn = product.nameEn();
        form.nameZh = product.nameZh();
        form.category = product.category();
        form.brand = product.brand();
        form.tags = WordList.write(product.tags());
        form.taxCode = product.taxCode();
        form.barcode = product.barcode();
        form.price = product.price();
        Long cost = product.unitCost();
        form.unitCost = cost == null ? null : Money.of(cost, product.price().currency());
        form.active = product.active();
        form.version = product.version();
        return form;
    }

    ProductView product(UUID merchantId, Supplier<UUID> newId) {
        UUID kept = id == null ? newId.get() : id;
        String chinese = requireNonNullElse(nameZh, "");
        return new ProductView(
                kept,
                merchantId,
                sku,
                nameEn,
                chinese,
                category,
                brand,
                WordList.read(tags),
                taxCode,
                barcode,
                requireNonNull(price),
                unitCost == null ? null : unitCost.minor(),
                active,
                version);
    }

    /** Whether the product is not there yet. */
    public boolean isNew() {
        return id == null;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = requireNonNullElse(brand, "");
    }

    /** The tags with commas between them. */
    public String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = requireNonNullElse(tags, "");
    }

    public String getTaxCode() {
        return taxCode;
    }

    public void setTaxCode(@Nullable String taxCode) {
        this.taxCode = requireNonNullElse(taxCode, "");
    }

    public @Nullable String getBarcode() {
        return barcode;
    }

    public void setBarcode(@Nullable String barcode) {
        this.barcode = barcode;
    }

    public @Nullable Money getPrice() {
        return price;
    }

    public void setPrice(@Nullable Money price) {
        this.price = price;
    }

    public @Nullable Money getUnitCost() {
        return unitCost;
    }

    public void setUnitCost(@Nullable Money unitCost) {
        this.unitCost = unitCost;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
