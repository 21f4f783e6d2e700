package hongli.web.mall.people;

import hongli.mall.access.Permission;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The permissions that a form names.
final class PermissionWords {
    private static final int LONGEST = 40;

    private PermissionWords() {}

    /// Those of the field `permissions`; a name that none has is a fault of the form.
    static Set<Permission> of(Form form) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : form.texts("permissions", Permission.values().length, LONGEST)) {
            Arrays.stream(Permission.values())
                    .filter(each -> Fields.word(each).equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            permissions::add,
                            () -> form.fault("permissions", "wrong_form", "names of permissions", word));
        }
        return permissions;
    }
}
