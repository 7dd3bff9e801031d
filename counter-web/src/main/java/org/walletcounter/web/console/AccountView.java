package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.web.security.StaffSignIn;

/** Who is signed in may set a new password, and stays signed in here and nowhere else. */
@Named("accountView")
@RequestScoped
@AnswersRefusals
public class AccountView {

    @Inject
    private StaffSignIn staffSignIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private String password = "";
    private String again = "";

    /** Sets the new password when both entries agree. */
    public @Nullable String setOwnPassword() {
        if (!password.equals(again)) {
            messages.wrong("again", "account.differs");
            return null;
        }
        staffSignIn.setPassword(request, console.getActor(), self(), password);
        messages.done("account.passwordSet");
        return "/console/account.xhtml?faces-redirect=true";
    }

    private UUID self() {
        return staffSignIn
                .staff(request)
                .map(StaffView::id)
                .orElseThrow(() -> new CounterException(KernelError.NOT_SIGNED_IN));
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
