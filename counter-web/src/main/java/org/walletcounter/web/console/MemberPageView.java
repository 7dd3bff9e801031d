package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.WalletView;

/** One member: who they are, how they are known, their wallets, limits, phones and consents. */
@Named("memberView")
@ViewScoped
@AnswersRefusals
public class MemberPageView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Members members;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private @Nullable UUID id;
    private transient @Nullable MemberView member;
    private transient List<Members.Consent> consents = List.of();
    private String name = "";
    private String language = "en";
    private String kind = "card";
    private String value = "";
    private transient @Nullable Money single;
    private transient @Nullable Money daily;
    private BirthdayForm birthday = new BirthdayForm();

    /** Reads the member as it stands, before each showing. */
    public void load() {
        if (id != null) {
            member = members.member(console.getActor(), id);
            consents = members.consents(console.getActor(), id);
            fillIn(member);
        }
    }

    /** Changes name and language. */
    public @Nullable String change() {
        members.change(console.getActor(), requireNonNull(id), name, language);
        return done("member.changed");
    }

    /** Tells or corrects the birthday, or takes it away. */
    public @Nullable String born() {
        members.tellBirthday(console.getActor(), requireNonNull(id), birthday.written());
        return done("member.born");
    }

    /** Binds another card, phone, e-mail or number. */
    public @Nullable String identify() {
        members.identify(console.getActor(), requireNonNull(id), kind, value);
        return done("member.identified");
    }

    /** Freezes, thaws or closes. */
    public @Nullable String become(String state) {
        members.setState(console.getActor(), requireNonNull(id), MemberView.State.valueOf(state));
        return done("member.became." + state.toLowerCase(java.util.Locale.ROOT));
    }

    /** Sets the most that may leave the wallet with one payment and in a day. */
    public @Nullable String limit() {
        String currency = console.getMerchant().currency();
        members.limit(console.getActor(), requireNonNull(id), single, daily, currency);
        return done("member.limited");
    }

    /** Ends all phones, as when one was lost. */
    public @Nullable String forgetDevices() {
        members.forgetDevices(console.getActor(), requireNonNull(id));
        return done("member.forgotten");
    }

    private void fillIn(MemberView shown) {
        if (!jakarta.faces.context.FacesContext.getCurrentInstance().isPostback()) {
            name = shown.name();
            language = shown.language();
            birthday = BirthdayForm.of(shown.birthday());
            fillIn(shown.wallets());
        }
    }

    /** The member's own limits of the wallet that the form is about. */
    private void fillIn(List<WalletView> wallets) {
        String currency = console.getMerchant().currency();
        for (WalletView wallet : wallets) {
            if (wallet.balance().currency().equals(currency)) {
                single = wallet.ownSingle();
                daily = wallet.ownDaily();
            }
        }
    }

    private String done(String key) {
        messages.done(key);
        return "/console/member.xhtml?faces-redirect=true&id=" + id;
    }

    public @Nullable MemberView getMember() {
        return member;
    }

    public List<Members.Consent> getConsents() {
        return consents;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public BirthdayForm getBirthday() {
        return birthday;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public @Nullable Money getSingle() {
        return single;
    }

    public void setSingle(@Nullable Money single) {
        this.single = single;
    }

    public @Nullable Money getDaily() {
        return daily;
    }

    public void setDaily(@Nullable Money daily) {
        this.daily = daily;
    }
}
