package hongli.web.mall.goods;

import hongli.mall.access.Permission;
import hongli.mall.login.Sessions.Holder;
import hongli.web.mall.MallHouse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// People who are logged in to a mall of many merchants, by their tokens.
final class Counterparts {
    final MallHouse house = new MallHouse();
    final String operator = staff(null, "运营");
    final String clerk = staff(merchant("山海酒行"), "店员");
    final String rival = staff(merchant("对门酒行"), "对手");
    final String member = member("小红", "13800000001");

    Counterparts() {
        house.mall
                .tables()
                .run(work -> work.run("update mall.setting set value = 'true' where name = 'multi_merchant'"));
    }

    private long merchant(String name) {
        return house.mall
                .tables()
                .work(work -> work.insert(
                        "insert into mall.merchant (name, status, created_at) values (?, 'open', ?) returning id",
                        name,
                        work.now()));
    }

    private String staff(@Nullable Long merchant, String name) {
        List<String> permissions = Arrays.stream(Permission.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        return house.mall.tables().work(work -> {
            long role = work.insert(
                    "insert into mall.role (merchant, name, permissions) values (?, ?, ?) returning id",
                    merchant,
                    "全部 " + name,
                    permissions);
            long id = work.insert(
                    "insert into mall.staff (merchant, login, password, name, role, created_at)"
                            + " values (?, ?, '', ?, ?, ?) returning id",
                    merchant,
                    name,
                    name,
                    role,
                    work.now());
            return house.mall.people().sessions().begin(work, Holder.STAFF, id).token();
        });
    }

    private String member(String name, String phone) {
        return house.mall.tables().work(work -> {
            long id = work.insert(
                    "insert into mall.member (name, phone, referral_code, joined_at) values (?, ?, ?, ?) returning id",
                    name,
                    phone,
                    phone,
                    work.now());
            return house.mall.people().sessions().begin(work, Holder.MEMBER, id).token();
        });
    }
}
