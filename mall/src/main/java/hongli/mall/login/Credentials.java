package hongli.mall.login;

/// What somebody shows to be let in.
///
/// @param address where the request comes from
public record Credentials(String login, String password, String address) {
    /// Never says the password.
    @Override
    public String toString() {
        return "Credentials[address=" + address + "]";
    }
}
