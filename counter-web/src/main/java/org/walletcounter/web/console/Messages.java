package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.api.Problem;

/** What the console tells its reader on top of the page or at a field. */
@RequestScoped
public class Messages {

    @Inject
    private Show show;

    @Inject
    private ConsoleSession console;

    /** Says that something is done, after the page that follows has come. */
    public void done(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, message(FacesMessage.SEVERITY_INFO, show.text(key, arguments)));
    }

    /** Says on top, after the page that follows has come, why something was not done; in words at hand. */
    public void said(String why) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, message(FacesMessage.SEVERITY_WARN, why));
    }

    /** Says that a field's entry will not do. */
    public void wrong(String field, String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIInput input = input(faces, field);
        String target = input == null ? null : input.getClientId(faces);
        faces.addMessage(target, message(FacesMessage.SEVERITY_ERROR, show.text(key)));
        faces.validationFailed();
    }

    /** Says on top that what was entered will not do. */
    public void wrong(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, message(FacesMessage.SEVERITY_ERROR, show.text(key)));
        faces.validationFailed();
    }

    /** Says no: at the field at fault where the page has it, else on top. */
    public void refuse(CounterException refusal) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = RefusalTexts.of(refusal, console.getLocale());
        UIInput input = refusal.field() == null ? null : input(faces, refusal.field());
        if (input != null) {
            input.setValid(false);
        }
        String target = input == null ? null : input.getClientId(faces);
        faces.addMessage(target, message(FacesMessage.SEVERITY_ERROR, text));
        faces.validationFailed();
        if (refusal.error().kind() == ErrorCode.Kind.NOT_FOUND && !faces.isPostback()) {
            faces.getExternalContext().setResponseStatus(Problem.status(refusal.error()));
        }
    }

    private static FacesMessage message(FacesMessage.Severity severity, String text) {
        return new FacesMessage(severity, text, text);
    }

    private static @Nullable UIInput input(FacesContext faces, String field) {
        AtomicReference<@Nullable UIInput> found = new AtomicReference<>();
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (isUnsent(faces, component)) {
                return VisitResult.REJECT;
            }
            if (isInput(component, field)) {
                found.set((UIInput) component);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }

    /** Dialogs of one page may have fields of one name: what is told belongs to the one that was sent. */
    private static boolean isUnsent(FacesContext faces, UIComponent component) {
        return faces.isPostback() && component instanceof UIForm form && !form.isSubmitted();
    }

    private static boolean isInput(UIComponent component, String field) {
        return component instanceof UIInput && field.equals(component.getId());
    }
}
