package hongli.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandJsonTest {
    static final List<String> CANONICAL = List.of(
            "{\"type\":\"member.joined\",\"member\":\"王五\",\"referrer\":\"A\"}",
            "{\"type\":\"member.joined\",\"member\":\"shop\",\"merchant\":true}",
            "{\"type\":\"order.settled\",\"order\":\"o1\",\"member\":\"A\",\"amount\":\"100.00\",\"base\":\"0.00\"}",
            "{\"type\":\"order.reversed\",\"order\":\"o1\"}",
            "{\"type\":\"points.redeemed\",\"member\":\"A\",\"points\":\"1.000000\",\"atLeast\":\"0.01\"}",
            "{\"type\":\"points.converted\",\"member\":\"A\",\"points\":\"1.000000\"}",
            "{\"type\":\"constant.spent\",\"member\":\"A\",\"merchant\":\"shop\",\"amount\":\"1.00\"}",
            "{\"type\":\"constant.exchanged\",\"merchant\":\"shop\",\"amount\":\"1.00\"}",
            "{\"type\":\"cash.withdrawn\",\"member\":\"A\",\"amount\":\"1.00\"}",
            "{\"type\":\"funds.held\",\"hold\":\"h\",\"member\":\"A\",\"asset\":\"cash\",\"amount\":\"1.00\"}",
            "{\"type\":\"funds.captured\",\"hold\":\"h\",\"merchant\":\"shop\"}",
            "{\"type\":\"funds.released\",\"hold\":\"h\"}",
            "{\"type\":\"day.closed\",\"date\":\"2026-02-28\"}",
            "{\"type\":\"programme.closed\"}");

    @Test
    void writesEveryCommandAsItReadIt() {
        for (String text : CANONICAL) {
            assertThat(CommandJson.text(CommandJson.parse(text))).isEqualTo(text);
        }
        assertThat(CANONICAL.stream()
                        .map(text -> CommandJson.parse(text).type())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(CommandReader.types());
    }

    @Test
    void writesEqualCommandsEqually() {
        var first = CommandJson.parse("{\"type\":\"cash.withdrawn\",\"member\":\"A\",\"amount\":\"1\"}");
        var second = CommandJson.parse(" {\"amount\":\"1.00\", \"member\":\"A\", \"type\":\"cash.withdrawn\"} ");
        assertThat(first).isEqualTo(second);
        assertThat(CommandJson.text(first)).isEqualTo(CommandJson.text(second));
    }

    @Test
    void bringsUnsoundCommandsBack() {
        Command unsound = CommandJson.parse("{\"type\":\"cash.withdrawn\",\"member\":\"A\",\"amount\":\"0.001\"}");
        assertThat(unsound).isInstanceOf(Command.Unsound.class);
        assertThat(CommandJson.parse(CommandJson.text(unsound))).isEqualTo(unsound);
    }

    @Test
    void findsANumberMalformedWhereATextIsAsked() {
        assertThat(CommandJson.read("{\"type\":\"cash.withdrawn\",\"member\":\"A\",\"amount\":1.00}"))
                .isInstanceOfSatisfying(
                        CommandReader.Reading.Malformed.class,
                        malformed ->
                                assertThat(malformed.faults().getFirst().code()).isEqualTo("wrong_form"));
        assertThat(CommandJson.read("[]")).isInstanceOf(CommandReader.Reading.Malformed.class);
    }

    @Test
    void bringsTermsBack() {
        String text = "{\"cap\":\"1000\",\"poolRate\":\"0.30\",\"grantRate\":\"0.70\",\"referralRates\":[\"0.1\"],"
                + "\"quotaMultiple\":\"2\",\"tierThresholds\":[\"10\",\"20\"],\"forcedSale\":false}";
        var terms = TermsJson.parse(text);
        assertThat(TermsJson.parse(TermsJson.text(terms))).isEqualTo(terms);
    }
}
