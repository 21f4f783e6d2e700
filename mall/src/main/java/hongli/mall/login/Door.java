package hongli.mall.login;

/// The ways in: each lets in one sort of people, and knows no others.
public enum Door {
    MEMBER(Sessions.Holder.MEMBER, """
        select id, password, status, false must_change from mall.member where phone = ? or email = ?
        """),
    CLERK(Sessions.Holder.STAFF, """
        select w.id, w.password, case when m.status = 'open' then w.status else 'locked' end status, w.must_change
        from mall.staff w join mall.merchant m on m.id = w.merchant where ? = w.login
        """),
    OPERATOR(Sessions.Holder.STAFF, """
        select id, password, status, must_change from mall.staff where ? = login and merchant is null
        """);

    private final Sessions.Holder holder;
    private final String sql;

    Door(Sessions.Holder holder, String sql) {
        this.holder = holder;
        this.sql = sql;
    }

    Sessions.Holder holder() {
        return holder;
    }

    /// Finds who has a login.
    String sql() {
        return sql;
    }

    /// The values that [#sql] takes.
    Object[] values(String login) {
        return this == MEMBER ? new Object[] {login, login} : new Object[] {login};
    }
}
