package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.web.security.StaffSignIn;

/** Signs staff in and out, and leads them to where they wanted to go. */
@Named("signInView")
@RequestScoped
@AnswersRefusals
public class SignInView {

    private static final String START = "/console/board.xhtml";

    @Inject
    private StaffSignIn staffSignIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ConsoleSession console;

    private String username = "";
    private String password = "";
    private @Nullable String back;

    /** Checks user name and password and goes on to the page that was asked for. */
    public @Nullable String enter() {
        StaffView staff = staffSignIn.signIn(request, username.strip(), password);
        console.begin(staff);
        return goOn(WayBack.inside(back).orElse(START));
    }

    /** By its address as it stands: an outcome of Faces would write what it was asked for a second time. */
    private @Nullable String goOn(String page) {
        try {
            ExternalContext browser = FacesContext.getCurrentInstance().getExternalContext();
            browser.redirect(request.getContextPath() + page);
            return null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends the session. */
    public String leave() {
        staffSignIn.signOut(request);
        return "/console/sign-in.xhtml?faces-redirect=true";
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = requireNonNullElse(username, "");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = requireNonNullElse(password, "");
    }

    public @Nullable String getBack() {
        return back;
    }

    public void setBack(@Nullable String back) {
        this.back = back;
    }
}
