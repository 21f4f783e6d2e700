package hongli.web.planted;

import hongli.app.Repository;

/// Calls upwards, so that the rule against it can be seen to catch it.
@SuppressWarnings("all")
public final class Upwards {
    public final Repository repository = Repository.here();
}
