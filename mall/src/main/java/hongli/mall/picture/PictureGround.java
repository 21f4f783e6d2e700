package hongli.mall.picture;

import hongli.mall.refusal.Ground;

/// Reasons not to take a picture.
public enum PictureGround implements Ground {
    PICTURE_TYPE_UNKNOWN(Sort.UNSOUND),
    PICTURE_TOO_LARGE(Sort.UNSOUND),
    PICTURE_UNREADABLE(Sort.UNSOUND);

    private final Sort sort;

    PictureGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
