package hongli.economy.command;

import hongli.economy.fact.Refusal;
import hongli.economy.terms.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a command from named fields, as scenario files and the API carry it (section 9 of the specification).
///
/// A command whose form is wrong (a missing, unknown or mistyped field, an identifier that is none) is malformed and
/// never reaches a programme. One whose form is right but whose values no rule could accept is a [Command.Unsound],
/// which a programme refuses.
public final class CommandReader {
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("member.joined", new Form(CommandReader::joinMember, "member", "referrer?", "merchant?")),
            Map.entry("order.settled", new Form(CommandReader::settleOrder, "order", "member", "amount", "base?")),
            Map.entry("order.reversed", new Form(f -> new Command.ReverseOrder(f.orderId()), "order")),
            Map.entry("points.redeemed", new Form(CommandReader::redeemPoints, "member", "points", "atLeast?")),
            Map.entry("points.converted", new Form(CommandReader::convertPoints, "member", "points", "atLeast?")),
            Map.entry("constant.spent", new Form(CommandReader::spendConstant, "member", "merchant", "amount")),
            Map.entry("constant.exchanged", new Form(CommandReader::exchangeConstant, "merchant", "amount")),
            Map.entry("cash.withdrawn", new Form(CommandReader::withdrawCash, "member", "amount")),
            Map.entry("funds.held", new Form(CommandReader::holdFunds, "hold", "member", "asset", "amount")),
            Map.entry("funds.captured", new Form(CommandReader::captureFunds, "hold", "merchant?")),
            Map.entry("funds.released", new Form(f -> new Command.ReleaseFunds(f.holdId()), "hold")),
            Map.entry("day.closed", new Form(f -> new Command.CloseDay(f.date("date")), "date")),
            Map.entry("programme.closed", new Form(_ -> new Command.CloseProgramme())));

    /// What the fields say.
    public sealed interface Reading {
        /// A command that a programme can decide on.
        record Understood(Command command) implements Reading {}

        /// No command, with every fault of form.
        record Malformed(List<Fault> faults) implements Reading {
            public Malformed {
                faults = List.copyOf(faults);
            }
        }
    }

    /// The fields of one type of command; a name with a question mark may be left out.
    private record Form(Function<Fields, Command> build, List<String> required, Set<String> optional) {
        Form(Function<Fields, Command> build, String... names) {
            this(build, named(names, false), Set.copyOf(named(names, true)));
        }

        private static List<String> named(String[] names, boolean optional) {
            return List.of(names).stream()
                    .filter(name -> name.endsWith("?") == optional)
                    .map(name -> optional ? name.substring(0, name.length() - 1) : name)
                    .sorted()
                    .toList();
        }
    }

    private CommandReader() {}

    /// Reads the fields of one command; values are texts, but `merchant` of `member.joined`, which is a boolean.
    public static Reading read(Map<String, ?> given) {
        if (!(given.get("type") instanceof String type) || !FORMS.containsKey(type)) {
            return malformed("type", "unknown_type", "one of " + String.join(", ", types()), given.get("type"));
        }
        Form form = FORMS.get(type);
        List<Fault> faults = nameFaults(form, given);
        Fields fields = new Fields(type, given, faults);
        fields.judgeForm();
        if (!faults.isEmpty()) {
            return new Reading.Malformed(faults);
        }
        return new Reading.Understood(understand(form, fields, given));
    }

    /// The words that name commands, sorted.
    public static List<String> types() {
        return FORMS.keySet().stream().sorted().toList();
    }

    private static Command understand(Form form, Fields fields, Map<String, ?> given) {
        Command command = form.build.apply(fields);
        Refusal.@Nullable ValueUnsound unsound = fields.unsound();
        return unsound == null ? command : new Command.Unsound(fields.type(), Map.copyOf(given), unsound);
    }

    private static List<Fault> nameFaults(Form form, Map<String, ?> given) {
        List<Fault> faults = new ArrayList<>();
        for (String name : given.keySet()) {
            if (!name.equals("type") && !form.required.contains(name) && !form.optional.contains(name)) {
                faults.add(new Fault(name, "unknown_field", "no field of this name", String.valueOf(given.get(name))));
            }
        }
        for (String name : form.required) {
            if (!given.containsKey(name)) {
                faults.add(new Fault(name, "missing_field", "a value", "nothing"));
            }
        }
        return faults;
    }

    private static Reading malformed(String field, String code, String expected, @Nullable Object found) {
        return new Reading.Malformed(List.of(new Fault(field, code, expected, String.valueOf(found))));
    }

    private static Command joinMember(Fields fields) {
        return new Command.JoinMember(
                fields.memberId("member"), fields.memberIdOrNull("referrer"), fields.isMerchant());
    }

    private static Command settleOrder(Fields fields) {
        var amount = fields.money("amount");
        return new Command.SettleOrder(fields.orderId(), fields.memberId("member"), amount, fields.base(amount));
    }

    private static Command redeemPoints(Fields fields) {
        return new Command.RedeemPoints(
                fields.memberId("member"), fields.points("points"), fields.moneyOrNull("atLeast"));
    }

    private static Command convertPoints(Fields fields) {
        return new Command.ConvertPoints(
                fields.memberId("member"), fields.points("points"), fields.moneyOrNull("atLeast"));
    }

    private static Command spendConstant(Fields fields) {
        return new Command.SpendConstant(
                fields.memberId("member"), fields.memberId("merchant"), fields.money("amount"));
    }

    private static Command exchangeConstant(Fields fields) {
        return new Command.ExchangeConstant(fields.memberId("merchant"), fields.money("amount"));
    }

    private static Command withdrawCash(Fields fields) {
        return new Command.WithdrawCash(fields.memberId("member"), fields.money("amount"));
    }

    private static Command holdFunds(Fields fields) {
        return new Command.HoldFunds(
                fields.holdId(), fields.memberId("member"), fields.asset(), fields.money("amount"));
    }

    private static Command captureFunds(Fields fields) {
        return new Command.CaptureFunds(fields.holdId(), fields.memberIdOrNull("merchant"));
    }
}
