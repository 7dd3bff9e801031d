package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.web.security.StaffSignIn;

/** The staff: takes people on, changes what they may do, sets passwords. */
@Named("staffView")
@ViewScoped
@AnswersRefusals
public class StaffListView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> ROLES = List.of("cashier", "manager", "analyst", "administrator");

    @Inject
    private Merchants merchants;

    @Inject
    private StaffSignIn staffSignIn;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private transient List<StaffView> staff = List.of();
    private StaffForm form = new StaffForm();

    /** Reads the staff; who is bound to a store sees whom they may change. */
    public void load() {
        UUID bound = console.getActor().storeId();
        staff = merchants.staff(console.getActor()).stream()
                .filter(person -> bound == null || bound.equals(person.storeId()))
                .toList();
    }

    /** Opens the form for somebody new, who will work where the reader is bound to, if they are. */
    public void begin() {
        form = new StaffForm();
        form.setStoreId(console.getActor().storeId());
    }

    /** Opens the form for somebody who is there. */
    public void edit(StaffView chosen) {
        form = StaffForm.of(chosen);
    }

    /** Takes somebody on, or changes them. */
    public @Nullable String save() {
        if (form.isNew()) {
            merchants.addStaff(console.getActor(), form.newStaff());
        } else {
            merchants.changeStaff(
                    console.getActor(), form.staff(console.getActor().merchantId()));
        }
        return done("staff.saved");
    }

    /** Whether it is the reader, who sets their own password on a page of its own. */
    public boolean own(StaffView person) {
        return StaffSignIn.isSelf(console.getActor(), person.id());
    }

    /** Sets a new password for the chosen one, whose sessions end. */
    public @Nullable String setPassword() {
        UUID chosen = requireNonNull(form.getId());
        staffSignIn.setPassword(console.getActor(), chosen, form.getPassword());
        return done("staff.passwordSet");
    }

    private String done(String key) {
        messages.done(key, form.getName());
        return "/console/staff.xhtml?faces-redirect=true";
    }

    public List<StaffView> getStaff() {
        return staff;
    }

    public List<String> getRoles() {
        return ROLES;
    }

    public StaffForm getForm() {
        return form;
    }
}
