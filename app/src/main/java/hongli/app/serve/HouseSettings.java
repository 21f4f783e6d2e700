package hongli.app.serve;

import hongli.app.demo.Scale;
import hongli.mall.sandbox.Nature;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a house listens and where it keeps its book.
///
/// @param port 0 for any that is free
/// @param folder the data folder, where there is no `databaseUrl`
/// @param databaseUrl the JDBC address of somebody's PostgreSQL, or null
/// @param takingOver whether another server that holds the journal there is to be put out
/// @param token what callers must show, or null
/// @param wanted what the mall is to be: in earnest, a sandbox, or a demo
/// @param scale how much a demo holds
record HouseSettings(
        InetAddress address,
        int port,
        Path folder,
        @Nullable String databaseUrl,
        boolean takingOver,
        @Nullable String token,
        Nature wanted,
        Scale scale) {
    /// The same for a demo that is begun anew, on the port that it had.
    HouseSettings anew(int had) {
        return new HouseSettings(address, had, folder, databaseUrl, false, token, Nature.DEMO, scale);
    }

    /// Never says the token, nor an address that may hold a password.
    @Override
    public String toString() {
        return "HouseSettings[address=" + address + ", port=" + port + ", folder=" + folder + "]";
    }
}
