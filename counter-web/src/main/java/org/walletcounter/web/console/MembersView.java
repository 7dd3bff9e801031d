package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Registration;

/** Finds members and takes new ones on. */
@Named("membersView")
@ViewScoped
@AnswersRefusals
public class MembersView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 25;

    @Inject
    private Members members;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private String text = "";
    private Trail trail = Trail.START;
    private transient @Nullable Page<MemberView> page;
    private transient Members.@Nullable PrivacyNotice notice;
    private NewMember member = new NewMember();

    /** Finds the members that the address asks for, and the privacy notice that a new one agrees to. */
    public void load() {
        page = members.find(console.getActor(), text, trail.cursor(), LIMIT);
        trail = trail.leadingTo(page.after());
        notice = members.privacyNotice(console.getActor().merchantId(), console.getLanguage());
    }

    /** Takes a member on and shows them. */
    public @Nullable String register() {
        Registration registration = member.registration(console.getActor().merchantId(), members);
        MemberView registered = members.register(console.getActor(), registration);
        messages.done("member.registered");
        return "/console/member.xhtml?faces-redirect=true&id=" + registered.id();
    }

    public List<MemberView> getFound() {
        return page == null ? List.of() : page.items();
    }

    public Members.@Nullable PrivacyNotice getNotice() {
        return notice;
    }

    public NewMember getMember() {
        return member;
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("text", text).text();
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

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = requireNonNullElse(text, "");
    }
}
