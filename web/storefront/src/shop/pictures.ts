// A picture that the member chooses from the device.

export interface Chosen {
  content: ArrayBuffer;
  mediaType: 'image/jpeg' | 'image/png';
}

function typeOf(content: ArrayBuffer): Chosen['mediaType'] {
  return new Uint8Array(content)[0] === 0x89 ? 'image/png' : 'image/jpeg';
}

/** The chosen picture, or nothing where the member chose none. */
export function chosenPicture(): Promise<Chosen | undefined> {
  return new Promise((resolve, reject) => {
    // #ifdef H5
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png';
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      file?.arrayBuffer().then((content) => resolve({ content, mediaType: typeOf(content) }), reject);
    });
    input.click();
    // #endif
    // #ifdef MP-WEIXIN
    uni.chooseImage({
      count: 1,
      sizeType: ['compressed'],
      success: ({ tempFilePaths }) =>
        uni.getFileSystemManager().readFile({
          filePath: tempFilePaths[0],
          success: ({ data }) => {
            const content = data as ArrayBuffer;
            resolve({ content, mediaType: typeOf(content) });
          },
          fail: reject,
        }),
      fail: () => resolve(undefined),
    });
    // #endif
  });
}
