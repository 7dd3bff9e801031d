package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.Segments;

/** Segments: conditions in a form with the size they give, and snapshots with their progress. */
@Named("segmentsView")
@ViewScoped
@AnswersRefusals
public class SegmentsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 5;

    @Inject
    private Segments segments;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private transient List<Listed> all = List.of();
    private @Nullable UUID id;
    private String code = "";
    private String nameEn = "";
    private String nameZh = "";
    private List<ConditionForm> rows = empty(new ArrayList<>());
    private boolean fixed;
    private transient Segment.@Nullable Size size;

    /** A segment with its newest snapshot. */
    public record Listed(Segment segment, @Nullable SegmentSnapshot newest) {}

    /** Reads the segments. */
    public void load() {
        all = segments.all(console.getActor()).stream()
                .map(segment -> new Listed(
                        segment,
                        segments.snapshots(console.getActor(), Objects.requireNonNull(segment.id())).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** Opens the form for a new segment. */
    public void begin() {
        id = null;
        code = "";
        nameEn = "";
        nameZh = "";
        rows = empty(new ArrayList<>());
        fixed = false;
        size = null;
    }

    /** Opens the form for one that is there; only to be read where saving would lose some of its conditions. */
    public void edit(UUID chosen) {
        Segment segment = segments.segment(console.getActor(), chosen);
        id = chosen;
        code = segment.code();
        nameEn = segment.nameEn();
        nameZh = segment.nameZh();
        String currency = console.getMerchant().currency();
        rows = empty(new ArrayList<>(segment.all().stream()
                .flatMap(List::stream)
                .map(condition -> ConditionForm.of(condition, currency))
                .toList()));
        fixed = !segment.all().stream().allMatch(SegmentsView::fits);
        size = null;
    }

    /** Whether a row of the form can hold all of a group: one condition, without alternatives. */
    private static boolean fits(List<Segment.Condition> group) {
        return group.size() == 1 && ConditionForm.canHold(group.get(0));
    }

    private static List<ConditionForm> empty(List<ConditionForm> rows) {
        while (rows.size() < ROWS) {
            rows.add(new ConditionForm());
        }
        return rows;
    }

    /** Counts whom the form holds for. */
    public void count() {
        size = segments.preview(console.getActor(), conditions());
    }

    /** Keeps what the form holds. */
    public @Nullable String save() {
        Segment saved = segments.save(console.getActor(), new Segment(id, code, nameEn, nameZh, conditions(), 0, null));
        messages.done("segments.saved", saved.code());
        return "/console/segments.xhtml?faces-redirect=true";
    }

    private List<List<Segment.Condition>> conditions() {
        String currency = console.getMerchant().currency();
        return rows.stream()
                .filter(ConditionForm::isThere)
                .map(row -> List.of(row.condition(currency)))
                .toList();
    }

    /** Asks for a snapshot. */
    public void refresh(UUID segmentId) {
        segments.refresh(console.getActor(), segmentId);
        load();
    }

    /** Whether one is being made, so that the page must look again. */
    public boolean isBusy() {
        return all.stream()
                .map(Listed::newest)
                .filter(Objects::nonNull)
                .anyMatch(newest -> newest.state() == SegmentSnapshot.State.WAITING
                        || newest.state() == SegmentSnapshot.State.RUNNING);
    }

    public List<Listed> getAll() {
        return all;
    }

    public List<ConditionForm> getRows() {
        return rows;
    }

    public Segment.@Nullable Size getSize() {
        return size;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isFixed() {
        return fixed;
    }

    public Segment.Field[] getFields() {
        return Segment.Field.values();
    }

    public Segment.Comparison[] getComparisons() {
        return Segment.Comparison.values();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = requireNonNullElse(code, "");
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = requireNonNullElse(nameEn, "");
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(@Nullable String nameZh) {
        this.nameZh = requireNonNullElse(nameZh, "");
    }
}
