package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.walletcounter.web.security.StaffSignIn;

/** Who is signed in and knows the current password may set a new one, and stays signed in here and nowhere else. */
@Named("accountView")
@RequestScoped
@AnswersRefusals
public class AccountView {

    @Inject
    private StaffSignIn staffSignIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Messages messages;

    private String current = "";
    private String password = "";
    private String again = "";

    /** Sets the new password when both entries agree. */
    public @Nullable String setOwnPassword() {
        if (!password.equals(again)) {
            messages.wrong("again", "account.differs");
            return null;
        }
        staffSignIn.setOwnPassword(request, current, password);
        messages.done("account.passwordSet");
        return "/console/account.xhtml?faces-redirect=true";
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(@Nullable String current) {
        this.current = requireNonNullElse(current, "");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = requireNonNullElse(password, "");
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String again) {
        this.again = requireNonNullElse(again, "");
    }
}
