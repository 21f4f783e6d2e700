package hongli.mall.setting;

import hongli.mall.refusal.Ground;

/// Reasons to say no to a value of a setting.
public enum SettingGround implements Ground {
    SETTING_OUT_OF_RANGE(Sort.UNSOUND),
    SETTING_NO_CHOICE(Sort.UNSOUND),
    SETTINGS_AT_ODDS(Sort.UNMET);

    private final Sort sort;

    SettingGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
