// Gives the member a text as a file to keep.

export function saveText(name: string, text: string, mediaType = 'application/json'): void {
  // #ifdef H5
  const link = document.createElement('a');
  link.href = `data:${mediaType};charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
  // #endif
  // #ifdef MP-WEIXIN
  void mediaType;
  const path = `${wx.env.USER_DATA_PATH}/${name}`;
  uni.getFileSystemManager().writeFile({
    filePath: path,
    data: text,
    encoding: 'utf8',
    success: () => wx.shareFileMessage({ filePath: path, fileName: name }),
  });
  // #endif
}
