package hongli.economy.command;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.CommandReader.Reading;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.ValueFault;
import hongli.economy.terms.Fault;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandReaderTest {
    private static final MemberId ANNA = new MemberId("anna");
    private static final MemberId SHOP = new MemberId("shop");
    private static final Money YUAN = new Money(100);

    static Stream<Command> everyForm() {
        return Stream.of(
                new Command.JoinMember(ANNA, null, false),
                new Command.JoinMember(ANNA, SHOP, false),
                new Command.JoinMember(SHOP, null, true),
                new Command.SettleOrder(new OrderId("o"), ANNA, YUAN, YUAN),
                new Command.SettleOrder(new OrderId("o"), ANNA, YUAN, Money.ZERO),
                new Command.ReverseOrder(new OrderId("o")),
                new Command.RedeemPoints(ANNA, new Points(1), null),
                new Command.RedeemPoints(ANNA, new Points(1), YUAN),
                new Command.ConvertPoints(ANNA, new Points(1L << 62), null),
                new Command.ConvertPoints(ANNA, new Points(1), new Money(1L << 62)),
                new Command.SpendConstant(ANNA, SHOP, YUAN),
                new Command.ExchangeConstant(SHOP, YUAN),
                new Command.WithdrawCash(ANNA, YUAN),
                new Command.HoldFunds(new HoldId("h"), ANNA, Asset.CASH, YUAN),
                new Command.HoldFunds(new HoldId("h"), ANNA, Asset.CONSTANT, YUAN),
                new Command.CaptureFunds(new HoldId("h"), null),
                new Command.CaptureFunds(new HoldId("h"), SHOP),
                new Command.ReleaseFunds(new HoldId("h")),
                new Command.CloseDay(LocalDate.of(2024, 2, 29)),
                new Command.CloseProgramme());
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void readsBackWhatWasWritten(Command command) {
        assertThat(CommandReader.read(CommandWriter.fields(command))).isEqualTo(new Reading.Understood(command));
        assertThat(CommandReader.types()).contains(command.type());
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void missesEveryFieldThatIsNeeded(Command command) {
        Map<String, Object> fields = CommandWriter.fields(command);
        List<String> optional = List.of("type", "referrer", "atLeast", "base");
        for (String name : fields.keySet()) {
            if (optional.contains(name) || name.equals("merchant") && !(command instanceof Command.SpendConstant)) {
                continue;
            }
            Map<String, Object> fewer = new HashMap<>(fields);
            fewer.remove(name);
            assertThat(faults(fewer)).extracting(Fault::field, Fault::code).contains(tuple(name, "missing_field"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void refusesFieldsItDoesNotKnowAndValuesOfAnotherForm(Command command) {
        for (String name : CommandWriter.fields(command).keySet()) {
            Map<String, Object> fields = new HashMap<>(CommandWriter.fields(command));
            fields.put("more", "x");
            fields.put(name, 1);
            assertThat(CommandReader.read(fields)).isInstanceOf(Reading.Malformed.class);
            assertThat(faults(fields)).extracting(Fault::field).contains(name);
        }
    }

    @Test
    void namesEveryFaultAtOnce() {
        Map<String, Object> fields = Map.of("type", "order.settled", "amount", 5, "order", " ", "shop", "x");
        assertThat(faults(fields))
                .extracting(Fault::field, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("amount", "wrong_form"),
                        tuple("order", "wrong_form"),
                        tuple("member", "missing_field"),
                        tuple("shop", "unknown_field"));
    }

    @Test
    void refusesTypesItDoesNotKnow() {
        assertThat(faults(Map.of())).extracting(Fault::code).containsExactly("unknown_type");
        assertThat(faults(Map.of("type", 3))).extracting(Fault::code).containsExactly("unknown_type");
        assertThat(faults(Map.of("type", "order.lost"))).extracting(Fault::code).containsExactly("unknown_type");
    }

    @Test
    void survivesValuesThatAreNull() {
        Map<String, Object> fields = new HashMap<>(Map.of("type", "cash.withdrawn", "member", "anna"));
        fields.put("amount", null);
        assertThat(faults(fields)).extracting(Fault::field).containsExactly("amount");
        Map<String, Object> join = new HashMap<>(Map.of("type", "member.joined", "member", "anna"));
        join.put("referrer", null);
        assertThat(faults(join)).extracting(Fault::field).containsExactly("referrer");
    }

    @ParameterizedTest
    @CsvSource({
        "amount,0,NOT_POSITIVE",
        "amount,0.00,NOT_POSITIVE",
        "amount,-1,NOT_POSITIVE",
        "amount,1.001,TOO_MANY_DECIMALS",
        "amount,46116860184273879.05,TOO_LARGE",
        "amount,99999999999999999999999999999999999999999.1,FORM",
        "amount,9999999999999999999999999999999999999999.99,TOO_LARGE",
        "base,-0.01,NEGATIVE",
        "base,100.01,BASE_ABOVE_AMOUNT",
        "base,0.001,TOO_MANY_DECIMALS",
        "amount,1e2,FORM",
        "amount,１,FORM",
        "amount,'1 ',FORM"
    })
    void keepsValuesThatNoRuleCouldAcceptForTheProgrammeToRefuse(String name, String value, String fault) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("type", "order.settled", "order", "o", "member", "anna", "amount", "100.00"));
        fields.put(name, value);
        if (fault.equals("FORM")) {
            assertThat(faults(fields)).extracting(Fault::field).containsExactly(name);
            return;
        }
        var refusal = new Refusal.ValueUnsound(name, ValueFault.valueOf(fault), value);
        var unsound = new Command.Unsound("order.settled", fields, refusal);
        assertThat(CommandReader.read(fields)).isEqualTo(new Reading.Understood(unsound));
        assertThat(CommandReader.read(CommandWriter.fields(unsound))).isEqualTo(new Reading.Understood(unsound));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29"})
    void aDayThatIsNoDayIsUnsound(String date) {
        Map<String, Object> fields = Map.of("type", "day.closed", "date", date);
        var refusal = new Refusal.ValueUnsound("date", ValueFault.DATE_NOT_REAL, date);
        assertThat(CommandReader.read(fields))
                .isEqualTo(new Reading.Understood(new Command.Unsound("day.closed", fields, refusal)));
    }

    @ParameterizedTest
    @CsvSource({"2026-2-28", "26-02-28", "2026/02/28", "2026-02-28T00:00", "today", "''"})
    void aDateMustLookLikeOne(String date) {
        assertThat(faults(Map.of("type", "day.closed", "date", date)))
                .extracting(Fault::field)
                .containsExactly("date");
    }

    @Test
    void anAssetIsCashOrConstant() {
        Map<String, Object> fields =
                Map.of("type", "funds.held", "hold", "h", "member", "anna", "asset", "gold", "amount", "1");
        assertThat(faults(fields)).extracting(Fault::field).containsExactly("asset");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static List<Fault> faults(Map<String, Object> fields) {
        return CommandReader.read(fields) instanceof Reading.Malformed(var faults) ? faults : List.of();
    }
}
