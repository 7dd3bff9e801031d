package org.walletcounter.vouchers.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.ParameterCentre;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.kernel.internal.TestKernel;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.TextReminders;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestTransactions;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.Checkout;
import org.walletcounter.vouchers.HoldOnVoucher;
import org.walletcounter.vouchers.Redemption;
import org.walletcounter.vouchers.Reminders;
import org.walletcounter.vouchers.Taking;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.vouchers.internal.book.BudgetsLeft;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.GoneMemory;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.MoneyAccounts;
import org.walletcounter.vouchers.internal.book.OpeningAccounts;
import org.walletcounter.vouchers.internal.book.People;
import org.walletcounter.vouchers.internal.book.VoucherJournals;
import org.walletcounter.vouchers.internal.codes.CodeDesk;
import org.walletcounter.vouchers.internal.codes.CodeKeys;
import org.walletcounter.vouchers.internal.codes.MakingCodes;
import org.walletcounter.vouchers.internal.codes.ReadingCodes;
import org.walletcounter.vouchers.internal.codes.VouchersSettings;
import org.walletcounter.vouchers.internal.reminders.FewLeft;
import org.walletcounter.vouchers.internal.reminders.Following;
import org.walletcounter.vouchers.internal.reminders.ReminderBook;
import org.walletcounter.vouchers.internal.reminders.ReminderSteps;
import org.walletcounter.vouchers.internal.reminders.RemindersMother;
import org.walletcounter.vouchers.internal.reminders.Reminding;
import org.walletcounter.vouchers.internal.reminders.RemindingFollowers;
import org.walletcounter.vouchers.internal.reminders.TextingReminders;

/**
 * The vouchers of one new merchant over a real database and the real ledger; each call of a door is a transaction. Every id
 * is a member, but for {@link #STRANGER}.
 */
public final class TestVouchers {

    /** The door to vouchers for a till that has the customer before it. */
    interface Till extends Vouchers {

        /** Sets aside for the holder of the first, whom the till knows. */
        default List<HoldOnVoucher> hold(Actor actor, List<Use> uses, String reason) {
            UUID holder = voucher(actor, uses.get(0).voucherId()).memberId();
            return hold(actor, holder, uses, reason);
        }
    }

    /** Nobody's id. */
    public static final UUID STRANGER = new UUID(0, 7);

    private static final byte[] KEY = new byte[32];

    /** The house of other tests, whose members the clockwork reminds as well. */
    private static final MerchantView ELSEWHERE =
            new MerchantView(new UUID(0, 8), "E", "Elsewhere", "别处", "GBP", ZoneOffset.UTC);

    final UUID merchant = TestDatabase.shared().newMerchant();
    final Shifting clock;
    final TestLedger books;
    final Ledger ledger;
    final VoucherCampaigns campaigns;
    final Till vouchers;
    final Expiring expiring;
    final BringingVouchers bringing;
    final LosingVouchers losing;
    final WinningBack winning;
    final Reminding reminding;
    final RemindingFollowers remindingFollowers;
    final Reminders reminders;
    final ReminderSteps steps;
    final ParameterCentre rules;
    final List<TextReminders.Text> texts = Collections.synchronizedList(new ArrayList<>());
    final HearingOfMembers hearing;
    final Database database;
    final Map<UUID, MerchantView> merchants = new ConcurrentHashMap<>();
    final Set<UUID> frozen = ConcurrentHashMap.newKeySet();
    private final TestTransactions transactions;
    private final AccountId revenue;
    private final AtomicLong connections = new AtomicLong();

    /** Vouchers on a ledger; {@code seen} may show the ledger another way than it is. */
    TestVouchers(TestLedger books, Shifting clock, UnaryOperator<Ledger> seen) {
        this.books = books;
        this.clock = clock;
        this.ledger = seen.apply(books.door());
        this.transactions = books.transactions();
        this.database = Database.over(counted(transactions.source()));
        merchants.put(merchant, new MerchantView(merchant, "M" + merchant, "Shop", "店", "GBP", ZoneId.of("UTC")));
        Merchants shops = neighbour(Merchants.class, this::aboutMerchants);
        Members members = neighbour(Members.class, this::aboutMembers);
        Definitions definitions = new JsonDefinitions();
        VoucherJournals journals = new VoucherJournals(shops, clock);
        Campaigns rows = new Campaigns(database, definitions, clock);
        GoneMemory gone = new GoneMemory(clock);
        People people = new People(database, members);
        CodeKeys keys = new CodeKeys(new VouchersSettings() {
            @Override
            public byte[] installationKey() {
                return KEY;
            }
        });
        CodeDesk desk = new CodeDesk(keys, database, clock);
        Honouring honouring = new Honouring(database);
        HeldVouchers held = new HeldVouchers(database, rows, ledger);
        Heard<PrivilegedAct> acts = new Heard<>();
        TestKernel.House house = TestKernel.house(transactions.source(), clock);
        rules = house.centre();
        FewLeft fewLeft = new FewLeft(ledger, house.values());
        Following following = new Following(rows, people, fewLeft, clock);

        VouchersBean bean = new VouchersBean();
        bean.taking = new TakingVouchers(ledger, rows, journals, people, gone);
        bean.granting = new Granting(ledger, rows, journals, people, members, database);
        bean.readingCodes = new ReadingCodes(ledger, rows, journals, people, desk);
        bean.held = held;
        bean.budgets = new BudgetsLeft(rows, ledger);
        bean.offering = new Offering(held, honouring, ledger, people, following, clock);
        bean.redeeming = new Redeeming(ledger, held, honouring, house.values(), journals);
        MoneyAccounts money = new MoneyAccounts(new OpeningAccounts(ledger));
        bean.building = new BuildingRedemptions(held, honouring, money);
        bean.undoing = new Undoing(held, money, shops, clock);
        bean.leaving = new Leaving(ledger, held, journals, members, acts);
        bean.checks = new VoucherChecks(database);
        vouchers = door(Till.class, bean, Set.of("take", "check"));

        VoucherCampaignsBean desks = new VoucherCampaignsBean();
        desks.writing = new WritingCampaigns(rows, honouring, shops, desk, definitions, journals);
        desks.life = new CampaignLife(ledger, rows, honouring, journals, acts);
        desks.campaigns = rows;
        desks.making = new MakingCodes(ledger, rows, journals, keys, database);
        desks.figures = new Figures(database, ledger, shops);
        desks.gone = gone;
        desks.acts = acts;
        campaigns = door(VoucherCampaigns.class, desks, Set.of());

        expiring = new Expiring(ledger, rows, journals, database);
        bringing = new BringingVouchers(rows, bean.granting, database, clock);
        losing = new LosingVouchers(bean.leaving, database);
        winning = new WinningBack(rows, bean.granting, shops, database, clock) {
            @Override
            List<UUID> campaigns() {
                return in(super::campaigns);
            }

            @Override
            int of(UUID campaign) {
                return in(() -> super.of(campaign));
            }
        };
        ReminderBook book = new ReminderBook(database, shops, TestKernel.outbox(transactions.source()), clock);
        reminding = new Reminding(book);
        remindingFollowers = new RemindingFollowers(rows, fewLeft, book);
        TextingReminders texting = new TextingReminders(
                rows, fewLeft, book, neighbour(TextReminders.class, (name, arguments) -> sent(arguments)));
        reminders = door(Reminders.class, RemindersMother.door(following, book), Set.of());
        steps = door(
                ReminderSteps.class, RemindersMother.steps(reminding, remindingFollowers, texting, book), Set.of());
        hearing = new HearingOfMembers(bringing, following, TestKernel.outbox(transactions.source()));
        revenue = ledger.open(AccountTerms.free(merchant, "revenue", "GBP", "store:1"));
    }

    /** Vouchers in the database that tests share. */
    public static TestVouchers shared() {
        return new TestVouchers(Shared.BOOKS, Shared.CLOCK, ledger -> ledger);
    }

    /** The shared database learns how many there are, as autovacuum tells it in a house. */
    static void sample() {
        Shared.DATABASE.asOwner("ANALYZE vouchers.voucher", "ANALYZE vouchers.campaign");
    }

    private static final class Shared {
        private static final Shifting CLOCK = new Shifting();
        private static final TestDatabase DATABASE = TestDatabase.fresh();
        private static final TestLedger BOOKS = TestLedger.on(DATABASE, CLOCK);
    }

    /** Whose vouchers these are. */
    public UUID merchant() {
        return merchant;
    }

    /** The books they stand in. */
    public TestLedger books() {
        return books;
    }

    /** Their door. */
    public Vouchers vouchers() {
        return vouchers;
    }

    /** The door to their campaigns. */
    public VoucherCampaigns campaigns() {
        return campaigns;
    }

    /** A live campaign whose vouchers are granted. */
    public UUID granting() {
        return live(Forms.way(Way.GRANT).form());
    }

    /** A live campaign whose vouchers promise this. */
    public UUID live(Way way, VoucherTerms terms) {
        return live(Forms.way(way).form().promising(terms));
    }

    /** A live campaign whose vouchers come with a code that everybody may use. */
    public UUID codeForEverybody(String code) {
        return live(Forms.way(Way.CODE).generic(code).form());
    }

    /** What is in force for the shop's merchant. */
    public Parameters parameters() {
        return TestKernel.house(transactions.source(), clock).values();
    }

    Actor manager() {
        return new Actor("staff:m", "Mia", "manager", merchant, null);
    }

    Actor cashier() {
        return new Actor("staff:c", "Cao", "cashier", merchant, null);
    }

    /** The manager of another house, which can be named as a partner. */
    Actor partner() {
        UUID id = UUID.randomUUID();
        merchants.put(id, new MerchantView(id, "M" + id, "Cinema", "影院", "GBP", ZoneId.of("UTC")));
        return new Actor("staff:p", "Pat", "manager", id, null);
    }

    /** How one of these houses takes part in a campaign: all of them honour it. */
    static CampaignForm.Party party(UUID merchant, int share) {
        return new CampaignForm.Party("M" + merchant, true, share);
    }

    Actor self(UUID member) {
        return self(member, merchant);
    }

    /** A member of one of these houses as themselves. */
    static Actor self(UUID member, UUID house) {
        return new Actor("member:" + member, "L***", "member", house, null);
    }

    /** A live campaign. */
    UUID live(CampaignForm form) {
        UUID id = campaigns.draft(manager(), form).id();
        campaigns.move(manager(), id, CampaignView.State.LIVE);
        return id;
    }

    /** A live campaign that another house takes part in and has agreed to. */
    UUID joint(Actor partner, Forms forms) {
        CampaignView draft = campaigns.draft(
                manager(),
                forms.parties(party(merchant, 6_667), party(partner.merchantId(), 3_333))
                        .form());
        campaigns.agree(partner, draft.id(), draft.version());
        campaigns.move(manager(), draft.id(), CampaignView.State.LIVE);
        return draft.id();
    }

    VoucherView take(UUID campaign, UUID member) {
        return take(campaign, member, UUID.randomUUID().toString());
    }

    VoucherView take(UUID campaign, UUID member, String key) {
        Actor self = self(member);
        return vouchers.take(
                self,
                new Taking(
                        campaign,
                        member,
                        CommandKey.of(self.id(), key, "take " + campaign),
                        view -> view.id().toString()));
    }

    /** Pays for something that costs a pound more than the vouchers save, in cash; says what became of it. */
    public Outcome pay(Actor actor, List<Use> uses, String sale) {
        UUID journal = Ids.next(clock);
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Redemption redemption = vouchers.redeem(
                actor,
                new Checkout(
                        journal,
                        new Checkout.Place(actor.merchantId(), UUID.randomUUID(), sale),
                        null,
                        new Checkout.When(now, day),
                        uses));
        return GroupCommits.await(ledger.submit(journal(actor, journal, redemption)));
    }

    private Submission journal(Actor actor, UUID id, Redemption redemption) {
        Instant now = clock.instant();
        AccountId cash = ledger.open(AccountTerms.free(actor.merchantId(), "cash", "GBP", "till:1"));
        AccountId income = actor.merchantId().equals(merchant)
                ? revenue
                : ledger.open(AccountTerms.free(actor.merchantId(), "revenue", "GBP", "store:1"));
        List<Posting> postings = new ArrayList<>(redemption.postings());
        postings.add(new Posting(cash, -100));
        postings.add(new Posting(income, 100 + redemption.funded().minor()));
        Journal.Facts facts = Journal.Facts.plain(now, LocalDate.ofInstant(now, ZoneOffset.UTC), "{}")
                .claiming(redemption.claims())
                .confirming(redemption.confirms());
        Journal journal = new Journal(
                id, "payment", new Journal.Scope(actor.merchantId(), null, null, actor.id(), null), facts, postings);
        return new Submission(journal, null, redemption.companion());
    }

    /** A use of a voucher that nobody has set aside. */
    public static Use use(UUID voucher, long saving) {
        return new Use(voucher, Money.of(saving, "GBP"), null);
    }

    /** Lets the ledger's holds lapse whose time has come. */
    void letHoldsLapse() {
        books.expireHolds();
    }

    /** So many codes of a campaign. */
    List<String> codes(UUID campaign, int count) {
        UUID batch = campaigns.makeCodes(manager(), campaign, "partner", count).id();
        List<String> codes = new ArrayList<>();
        campaigns.codes(manager(), batch, codes::add);
        return codes;
    }

    /** How often the vouchers and their ledger's door have asked for a connection. */
    long connections() {
        return connections.get();
    }

    /** What the checks of vouchers and of the ledger find. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(vouchers.check());
        all.addAll(books.door().check());
        return all;
    }

    <T> T in(Supplier<T> work) {
        return transactions.in(work);
    }

    @SuppressWarnings("unchecked")
    private <T> T door(Class<T> face, Object bean, Set<String> outside) {
        return (T) Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Till.class) {
                return InvocationHandler.invokeDefault(self, method, arguments);
            }
            Supplier<@Nullable Object> call = () -> {
                try {
                    return method.invoke(bean, arguments);
                } catch (InvocationTargetException refused) {
                    throw refused.getCause() instanceof RuntimeException refusal
                            ? refusal
                            : new IllegalStateException(refused.getCause());
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            };
            return outside.contains(method.getName()) ? call.get() : transactions.in(call::get);
        });
    }

    private DataSource counted(DataSource source) {
        return neighbour(DataSource.class, (name, arguments) -> {
            connections.incrementAndGet();
            try {
                return source.getConnection();
            } catch (SQLException failure) {
                throw new IllegalStateException(name, failure);
            }
        });
    }

    @FunctionalInterface
    private interface Knowing {
        @Nullable
        Object answer(String name, Object[] arguments);
    }

    @SuppressWarnings("unchecked")
    private static <T> T neighbour(Class<T> face, Knowing knowing) {
        return (T) Proxy.newProxyInstance(
                face.getClassLoader(),
                new Class<?>[] {face},
                (self, method, arguments) -> knowing.answer(method.getName(), arguments));
    }

    private @Nullable Object aboutMerchants(String name, Object[] arguments) {
        return switch (name) {
            case "businessDay" -> LocalDate.ofInstant((Instant) arguments[1], ZoneOffset.UTC);
            case "merchant" -> merchants.getOrDefault((UUID) arguments[0], ELSEWHERE);
            case "all" -> List.copyOf(merchants.values());
            default -> throw new UnsupportedOperationException(name);
        };
    }

    @SuppressWarnings("unchecked")
    private Object sent(Object[] arguments) {
        texts.addAll((List<TextReminders.Text>) arguments[1]);
        return ((List<?>) arguments[1]).size();
    }

    private Object aboutMembers(String name, Object[] arguments) {
        return switch (name) {
            case "known" -> known(arguments);
            case "member" -> member((UUID) arguments[1]);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private MemberView member(UUID id) {
        MemberView.State state = frozen.contains(id) ? MemberView.State.FROZEN : MemberView.State.ACTIVE;
        return new MemberView(
                id, merchant, "M 1", "L***", "", "en", state, clock.instant(), null, false, List.of(), List.of());
    }

    private static Object known(Object[] arguments) {
        return ((Set<?>) arguments[1])
                .stream().filter(id -> !id.equals(STRANGER)).collect(Collectors.toSet());
    }

    /** A clock that can be put forward. */
    static final class Shifting extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
