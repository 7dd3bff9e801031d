package org.walletcounter.web.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.web.PageLanguage;
import org.walletcounter.web.security.Caller;

/** What the console keeps for one signed-in browser: the language and the store it looks at. */
@Named("console")
@SessionScoped
public class ConsoleSession implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int A_YEAR_IN_SECONDS = 31_536_000;

    @Inject
    private Caller caller;

    @Inject
    private Merchants merchants;

    @Inject
    private KnownStores stores;

    private @Nullable String language;
    private @Nullable UUID storeId;

    /** "en" or "zh": as chosen here, as kept in the browser, or as the browser asks for. */
    public String getLanguage() {
        if (language == null) {
            language = "zh".equals(PageLanguage.of(request())) ? "zh" : "en";
        }
        return language;
    }

    /** The locale of texts, figures and dates. */
    public Locale getLocale() {
        return "zh".equals(getLanguage()) ? Locale.CHINA : Locale.UK;
    }

    /** Switches the language and comes back to the page. */
    public String speak(String chosen) {
        String chosenHere = "zh".equals(chosen) ? "zh" : "en";
        speakIn(chosenHere);
        Map<String, Object> cookie = Map.of("maxAge", A_YEAR_IN_SECONDS, "path", "/", "httpOnly", false);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .addResponseCookie(PageLanguage.COOKIE, chosenHere, cookie);
        return samePage();
    }

    /** Begins for somebody who has just signed in: in their language unless this browser has another. */
    void begin(StaffView staff) {
        storeId = null;
        if (PageLanguage.kept(request()) == null) {
            speakIn(staff.language());
        }
    }

    /** Looks at another store, or at all of them: a list begins anew, for the trail led through another one. */
    public String look() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ViewMetadata.getViewParameters(faces.getViewRoot()).stream()
                .filter(parameter -> "trail".equals(parameter.getName()))
                .forEach(trail -> trail.getValueExpression("value").setValue(faces.getELContext(), null));
        return samePage();
    }

    /** The store the console looks at, or null for all. */
    public @Nullable UUID getStoreId() {
        UUID bound = getActor().storeId();
        return bound == null ? storeId : bound;
    }

    public void setStoreId(@Nullable UUID storeId) {
        this.storeId = storeId;
    }

    public Actor getActor() {
        return caller.actor();
    }

    /** The letter that stands for who is signed in. */
    public String getInitial() {
        String name = getActor().name();
        return name.isEmpty()
                ? "?"
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(getLocale());
    }

    public MerchantView getMerchant() {
        return merchants.merchant(getActor().merchantId());
    }

    public List<StoreView> getStores() {
        return stores.all();
    }

    /** The name of a store, that it is one which the reader may not see, or that it is all of them. */
    public String storeName(@Nullable UUID id) {
        ResourceBundle texts = ResourceBundle.getBundle("org.walletcounter.web.console.texts", getLocale());
        String otherwise = texts.getString(id == null ? "store.all" : "store.unseen");
        return stores.one(id).map(store -> store.name(getLanguage())).orElse(otherwise);
    }

    /** Whether the role of who is signed in opens an area. */
    public boolean may(String area) {
        return Area.valueOf(area.toUpperCase(Locale.ROOT)).opensTo(getActor().role());
    }

    /** Whether who is signed in has one of these roles, given with spaces between them. */
    public boolean is(String roles) {
        return List.of(roles.split(" ")).contains(getActor().role());
    }

    private void speakIn(String wanted) {
        language = wanted;
        PageLanguage.speak(request().getSession(), wanted);
    }

    /** The request that this page answers. */
    static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    private static String samePage() {
        String page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return page + "?faces-redirect=true&includeViewParams=true";
    }
}
