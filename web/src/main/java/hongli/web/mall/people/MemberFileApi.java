package hongli.web.mall.people;

import hongli.mall.login.Contact;
import hongli.mall.people.Member;
import hongli.mall.people.Members;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.Csv.Column;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Members as a file of CSV, what they are reached by masked as in the list.
@RestController
final class MemberFileApi {
    private static final List<Column<Member>> COLUMNS = List.of(
            new Column<>("id", Member::id),
            new Column<>("name", Member::name),
            new Column<>("phone", member -> member.phone().map(Contact::masked)),
            new Column<>("email", member -> member.email().map(Contact::masked)),
            new Column<>("tier", Member::tier),
            new Column<>("status", Member::status),
            new Column<>("referralCode", Member::referralCode),
            new Column<>("joinedAt", Member::joinedAt));

    private final Members members;
    private final Callers callers;

    MemberFileApi(Members members, Callers callers) {
        this.members = members;
        this.callers = callers;
    }

    @GetMapping("/api/v1/operator/members.csv")
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "status", "text", "referrer", "joinedFrom", "joinedBefore", "sort");
        var actor = callers.of(request);
        var filter = OperatorMemberApi.filter(asked);
        Csv.send(response, "members", asked.text("sort", 40), COLUMNS, wish -> members.list(actor, filter, wish));
    }
}
